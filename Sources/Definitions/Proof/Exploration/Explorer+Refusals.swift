import Agreements
import Expressions

extension Explorer {
    /// Whether a step does what the engine may refuse: it names somebody or something of the register that the
    /// definition alone knows.
    func mayBeRefused(_ edge: Edge) -> Bool { !refusable(in: edge).isEmpty }

    /// The formulas by which it does.
    func refusable(in edge: Edge) -> [Formula] {
        guard namesRegister else { return [] }
        let store = edge.from < 0 ? formulas.store(of: []) : nodes[edge.from].situation.store
        return edge.response.moves.flatMap { move in
            let actions =
                move.transitions.flatMap { reading.transitions[$0]?.actions ?? [] }
                + move.entered.flatMap { reading.states[$0]?.actions ?? [] }
            return actions.compactMap(\.named).filter {
                formulas.value(of: formulas.index(of: $0), under: store.values) != nil
            }
        }
    }

    /// Whether people do an act at all under a legal status.
    func isPermitted(_ act: String, under status: LegalStatus) -> Bool {
        !context.restrictions.contains { $0.refuses(act, in: [status]) }
    }
}

extension ActionDefinition {
    /// The formula that names a person, a call, a party or a lab, which the register has to know.
    var named: Formula? {
        switch self {
        case .assign(_, let formula), .passOn(let formula), .call(let formula), .addParty(let formula),
            .removeParty(let formula), .addLab(let formula), .dropLab(let formula):
            formula
        case .set, .reference, .register, .term, .release, .spawn, .signature, .voidSignatures, .renew,
            .instrument, .tell:
            nil
        }
    }
}

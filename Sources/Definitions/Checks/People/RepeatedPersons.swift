import Agreements

/// The acts that only who did others before may do: their guards compare `actor.person` with a variable which
/// nothing but those others sets, to who acts there.
struct RepeatedPersons {
    private let transitions: [TransitionDraft]
    /// By variable: the acts that set it to who does them; nil where something else sets it.
    private let setters: [String: Set<String>?]

    init(_ draft: WorkflowDraft) {
        let processes = draft.orderedProcesses.map(\.value)
        transitions = processes.flatMap(\.transitions)
        var setters: [String: Set<String>?] = [:]
        for case .set(let name, _) in processes.flatMap(\.states).flatMap(\.actions) {
            setters[name] = .some(nil)
        }
        for transition in transitions {
            for case .set(let name, let formula) in transition.definition.actions {
                let isWhoActs = transition.isAct && formula.source.isWritten(as: "actor.person")
                guard isWhoActs, let known = setters[name, default: []] else {
                    setters[name] = .some(nil)
                    continue
                }
                setters[name] = known.union([transition.definition.event])
            }
        }
        self.setters = draft.tellsAll ? setters : [:]
    }

    /// The acts of which who does this one has done one; none where it is not so on each of its ways.
    func acts(before act: String) -> Set<String> {
        let ways = transitions.filter { $0.isAct && $0.definition.event == act }
        let before = ways.map { way in
            (way.condition?.clauses ?? []).compactMap { acts(askedBy: $0.formula.source) }.first ?? []
        }
        return before.contains(where: \.isEmpty) ? [] : before.reduce(into: []) { $0.formUnion($1) }
    }

    private func acts(askedBy condition: String) -> Set<String>? {
        for (name, acts) in setters {
            guard let acts, !acts.isEmpty else { continue }
            let sides = ["actor.person", "vars.\(name)"]
            for pair in [sides, sides.reversed()]
            where condition.isWritten(as: pair.joined(separator: "==")) { return acts }
        }
        return nil
    }
}

extension String {
    /// Whether it is this expression, but for spaces.
    fileprivate func isWritten(as expression: String) -> Bool {
        filter { !$0.isWhitespace } == expression
    }
}

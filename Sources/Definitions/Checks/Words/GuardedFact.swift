import Agreements
import Expressions

/// What the conditions of a transition make certain: each is tried where the fact is not given, with
/// everything else unknown; where it is false all the same, the fact is needed.
enum GuardedFact {
    /// The values of an agreement without the fact.
    private static let counterexamples: [(fact: NoticeSituation, values: [String: Value])] = [
        (.foreignParty, ["agreement": .object(["foreignParties": .list([])])]),
        (.term, ["agreement": .object(["start": "", "end": ""])]),
        (.plannedStart, ["agreement": .object(["plannedStart": ""])]),
        (.acronym, ["dossier": .object(["complete": .bool(false)])]),
    ]

    private static let noText = Value.object([
        "version": .int(0), "sha256": .string(""), "signedBy": .list([]),
    ])

    /// - Parameter ownsText: whether `text` may be another than `agreement.text`.
    static func facts(
        of clauses: [Guard.Clause], acronymRequired: Bool, ownsText: Bool
    ) -> Set<NoticeSituation> {
        var counterexamples = Self.counterexamples
        let textless: [String: Value] =
            ownsText ? [:] : ["agreement": .object(["text": noText])]
        counterexamples.append((.text, textless.merging(["text": noText]) { $1 }))
        let needed = counterexamples.filter { counterexample in
            clauses.contains { needs($0.formula.program, counterexample.values) }
        }
        return Set(needed.map(\.fact)).subtracting(acronymRequired ? [] : [.acronym])
    }

    /// Whether the conditions of a transition refuse to take away the only foreign party.
    static func keepsForeignParty(_ transition: TransitionDraft, _ parameters: Value) -> Bool {
        let named = transition.definition.input.filter { $0.kind == .party }.map {
            ($0.name, Value.string("p"))
        }
        let values: [String: Value] = [
            "agreement": .object([
                "parties": .list([party("h", isHome: true), party("p", isHome: false)]),
                "foreignParties": .list([party("p", isHome: false)]),
            ]), "event": .object(Dictionary(named, uniquingKeysWith: { a, _ in a })), "param": parameters,
        ]
        return (transition.condition?.clauses ?? []).contains { needs($0.formula.program, values) }
    }

    private static func party(_ id: String, isHome: Bool) -> Value {
        .object(["id": .string(id), "home": .bool(isHome), "country": .string(isHome ? "FR" : "JP")])
    }

    private static func needs(_ program: Program, _ values: [String: Value]) -> Bool {
        guard case .success(.bool(false)) = program.evaluate(values).result else { return false }
        return true
    }
}

extension Formula {
    /// Whether its value is a date wherever it has one: an instant, or a day that was computed.
    ///
    /// Other texts may be empty, which stands for a day that is not known.
    var surelyGivesDay: Bool {
        if program.resultType == .timestamp { return true }
        let functions = ["plus(", "minus(", "latest(", "day("]
        if functions.contains(where: source.hasPrefix), source.last == ")" { return true }
        return program.resultType == .string && source.contains("+")
    }
}

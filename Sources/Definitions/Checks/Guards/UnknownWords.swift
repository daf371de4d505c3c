import Agreements
import Expressions

/// A text that is compared with names of a known set is one of them: a slip of spelling there makes a guard
/// that never holds, and seldom one that cannot.
enum UnknownWords: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        let own = ownWords(world.draft)
        for use in world.processes.flatMap(\.formulas) {
            // An included file may name what other definitions have that include it.
            let isOwn = use.place.file == world.draft.place.file
            for word in use.formula.program.wordUses {
                guard let known = houseWords[word.field] ?? (isOwn ? own[word.field] : nil),
                    !known.contains(word.word)
                else { continue }
                log.reportUnknown(
                    .unknownName, words[word.field] ?? word.field, word.word,
                    at: use.place(of: word.span), known: known.sorted())
            }
        }
    }

    /// What the words of a field are, for a message.
    private static let words = [
        "Party.kind": "kind of party", "Actor.roles": "role", "Measures.kinds": "kind of measure",
        "MeasuredParty.kinds": "kind of measure", "Child.name": "child process named",
        "Child.chart": "process", "Child.outcome": "outcome of a child process",
        "Dossier.present": "field of the dossier", "Dossier.missing": "required field of the dossier",
        "Agreement.instrument": "instrument of this workflow",
    ]

    /// The words of every definition.
    private static let houseWords: [String: Set<String>] = {
        let kinds = Set(Measure.Kind.allCases.map(\.rawValue))
        return [
            "Party.kind": Set(Party.Kind.allCases.map(\.rawValue)), "Actor.roles": RoleNames.all,
            "Measures.kinds": kinds, "MeasuredParty.kinds": kinds,
        ]
    }()

    /// The words of this definition, as far as all of them are known.
    private static func ownWords(_ draft: WorkflowDraft) -> [String: Set<String>] {
        var words: [String: Set<String>] = [
            "Dossier.present": Set(draft.dossier.map(\.name)),
            "Dossier.missing": Set(draft.dossier.filter(\.required).map(\.name)),
        ]
        words["Agreement.instrument"] = draft.instruments
        guard draft.tellsAll else { return words }
        let processes = draft.orderedProcesses.map(\.value)
        let children = processes.flatMap(\.children)
        words["Child.name"] = Set(children.map(\.name))
        words["Child.chart"] = Set(children.map(\.run))
        words["Child.outcome"] = Set(processes.flatMap(\.states).compactMap(\.outcome)).union([""])
        return words
    }
}

extension WorkflowDraft {
    /// The names of instruments that its agreements may have; nil where one is computed.
    fileprivate var instruments: Set<String>? {
        guard let instrument, tellsAll else { return nil }
        var names: Set<String> = [instrument]
        for formula in orderedProcesses.map(\.value).flatMap(\.instrumentFormulas) {
            guard formula.program.readablePaths.allSatisfy({ $0 == "param" || $0.hasPrefix("param.") }),
                case .string(let name)? = formula.program.evaluate([
                    "param": .object(parameters.mapValues(\.value))
                ]).value
            else { return nil }
            names.insert(name)
        }
        return names
    }
}

extension ProcessDraft {
    fileprivate var instrumentFormulas: [Formula] {
        (states.flatMap(\.actions) + transitions.flatMap(\.definition.actions)).compactMap { action in
            if case .instrument(let formula) = action { formula } else { nil }
        }
    }
}

import Agreements
import Expressions

/// A text that is compared with what an act carries, or with a variable, is one of those that it can be: misspelt it
/// makes a condition that always comes out the same.
enum UnknownChoices: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            let comparisons = use.formula.program.comparisons.compactMap(ChoiceComparison.init)
            guard !comparisons.isEmpty else { continue }
            let events = world.events(of: use)
            let domains = events.map { world.knowledge(in: use.process, $0).domains }
            for comparison in comparisons {
                guard !(comparison.isOfEvent && events.contains(where: \.isPartial)),
                    let known = choices(of: comparison.path, in: domains), !known.contains(comparison.word)
                else { continue }
                // An included file may name what other definitions have that include it: only what is spelt nearly so.
                let isOwn = world.draft.isOwn(use.place)
                guard isOwn || Spelling.nearest(to: comparison.word, in: known) != nil else { continue }
                log.reportUnknown(
                    .unknownName,
                    .init(fr: "aucune valeur de \(comparison.path)", en: "value of \(comparison.path)"),
                    comparison.word,
                    at: use.place(of: comparison.span), known: known)
            }
        }
    }

    /// The texts that stand at a path wherever something does; nil where it may be any.
    private static func choices(of path: String, in domains: [Domains]) -> [String]? {
        let declared = domains.compactMap { $0.paths[path] }
        let texts = declared.map { domain in
            domain.choices.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        guard !declared.isEmpty, texts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return Set(texts.joined()).sorted()
    }
}

/// A text beside what an act carries or a variable holds.
private struct ChoiceComparison {
    let path: String
    let word: String
    let span: Span

    init?(_ comparison: Comparison) {
        guard ["==", "!=", "in"].contains(comparison.sign) else { return nil }
        switch (comparison.left, comparison.right) {
        case (.path(let path), .text(let word)), (.text(let word), .path(let path)):
            // Nothing is in no list, but often asked for.
            guard !word.isEmpty, path.hasPrefix("event.") || path.hasPrefix("vars.") else { return nil }
            (self.path, self.word, span) = (path, word, comparison.span)
        default: return nil
        }
    }

    var isOfEvent: Bool { path.hasPrefix("event.") }
}

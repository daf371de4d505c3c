import Agreements
import Expressions

/// An instant is not compared with a day, nor a day with a text that is none.
///
/// The texts of both have an order, but `2016-12-31T08:00:00Z` is neither the
/// last of December nor before or after it as days go.
enum InstantsAndDays: GuardCheck {
    private enum Kind: Hashable {
        case day
        case instant
        /// A text that is neither, and not empty.
        case other(String)

        var isDay: Bool { if case .day = self { true } else { false } }
    }

    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            let comparisons = use.formula.program.comparisons
            guard !comparisons.isEmpty else { continue }
            var seen: Set<Span> = []
            for event in world.events(of: use) {
                let domains = world.knowledge(in: use.process, event).domains
                let known = use.formula.program.environment.domains
                for comparison in comparisons where !seen.contains(comparison.span) {
                    let kinds = [comparison.left, comparison.right].compactMap {
                        kind(of: $0, domains, known)
                    }
                    guard let slip = slip(Set(kinds), comparison.sign) else { continue }
                    seen.insert(comparison.span)
                    log.report(
                        .expression, at: use.place(of: comparison.span), slip.message,
                        suggestion: slip.suggestion,
                        path: event.path)
                }
            }
        }
    }

    private static func slip(_ kinds: Set<Kind>, _ sign: String) -> (
        message: LocalizedText, suggestion: LocalizedText
    )? {
        guard kinds.contains(.day), kinds.count == 2 else { return nil }
        guard case .other(let text)? = kinds.first(where: { !$0.isDay }) else {
            return (
                .init(
                    fr:
                        "un instant est comparé à un jour : l’un n’est jamais l’autre, ni avant ou après lui au sens des jours",
                    en:
                        "an instant is compared with a day: one is never the other, nor before or after it as days go"
                ),
                .init(fr: "day(timestamp(…)), ou un instant", en: "day(timestamp(…)), or an instant")
            )
        }
        // A year or a month has its place in the order of days.
        let isPrefix = text.prefix(4).count { $0.isASCII && $0.isNumber } == 4
        guard ["==", "!=", "in"].contains(sign) || !isPrefix else { return nil }
        return (
            .init(
                fr: "un jour est comparé à \(text.quotedInFrench), qui n’en est pas un",
                en: "a day is compared with \(text.quoted), which is none"),
            .init(name: "'2016-12-31'")
        )
    }

    private static func kind(of side: Comparison.Side, _ domains: Domains, _ known: Domains) -> Kind? {
        switch side {
        case .text(let text):
            if (try? Day(parsing: text)) != nil { return .day }
            if text.isEmpty { return nil }
            return (try? Instant(parsing: text)) == nil ? .other(text) : .instant
        case .call(let name):
            return ["plus", "minus", "latest", "day"].contains(name)
                ? .day : name == "timestamp" ? .instant : nil
        case .path("now"), .path("measures.nextChange"), .path("delegations.nextLapse"): return .instant
        case .path(let path):
            let domain = domains.paths[path] ?? known.paths[path]
            return domain?.days != nil ? .day : domain?.isInstant ?? false ? .instant : nil
        case .other: return nil
        }
    }
}

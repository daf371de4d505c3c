import Agreements
import Expressions

/// An instant is not compared with a day: the texts of both have an order, but `2016-12-31T08:00:00Z` is neither the
/// last of December nor before or after it as days go.
enum InstantsAndDays: GuardCheck {
    private enum Kind {
        case day
        case instant
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
                    let kinds = [comparison.left, comparison.right].map { kind(of: $0, domains, known) }
                    guard Set(kinds) == [.day, .instant] else { continue }
                    seen.insert(comparison.span)
                    log.report(
                        .expression, at: use.place(of: comparison.span),
                        "an instant is compared with a day: one is never the other, nor before or after it as days go",
                        suggestion: "day(timestamp(…)), or an instant", path: event.path)
                }
            }
        }
    }

    private static func kind(of side: Comparison.Side, _ domains: Domains, _ known: Domains) -> Kind? {
        switch side {
        case .text(let text):
            if (try? Day(parsing: text)) != nil { return .day }
            return (try? Instant(parsing: text)) == nil ? nil : .instant
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

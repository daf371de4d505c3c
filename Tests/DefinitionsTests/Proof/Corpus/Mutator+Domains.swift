@testable import Definitions

extension Mutator {
    /// What guards ask of values that cannot be so, and timers that never ring.
    static let domains = [
        conditions(
            "list that no party is in", [.guardNeverTrue, .deadTransition],
            [
                "agreement.parties.exists(p, p.home && !p.home)",
                "agreement.foreignParties.exists(p, p.home)",
                "agreement.parties.exists(p, p.country == 'FR' && p.country == 'DE')",
                "size(agreement.parties) == 0",
            ]),
        conditions(
            "word misspelt in a list", [.unknownName],
            [
                "agreement.parties.map(p, p.kind).exists(k, k == 'epsst')", "agreement.legal != 'inforce'",
            ], isBehavioural: false),
        conditions(
            "day of a text that tells none", [.unreadableText],
            [
                "year(agreement.unit) > 2000", "plus(agreement.reference, 'P1D') > day(now)",
            ]),
        Mutator(name: "timer after the end of its state", expected: [.deadTransition], isBehavioural: true) {
            specimen in
            specimen.timers.compactMap { timer in
                let place = specimen.states[timer.state]
                let hearing = specimen.arrows.filter { $0.event == timer.event }
                guard specimen.tree[timer.route]?["due"]?["after"] != nil, hearing.count == 1,
                    hearing[0].source == timer.state, hearing[0].tree["if"] == nil,
                    let targets = hearing[0].targets, let target = targets.first,
                    target != timer.state, specimen.states[target].isTop, place.isTop
                else { return nil }
                let late = Tree.of(
                    ("name", .plain("overtaken")), ("due", Tree.of(("after", .plain("P90Y")))),
                    ("event", .plain("overtaken")))
                return (
                    "\(timer.words): another after 90 years",
                    specimen.with([
                        (
                            place.route + [.key("timers")],
                            .list((place.tree["timers"]?.items ?? []) + [late])
                        ),
                        (
                            place.route + [.key("on"), .key("overtaken")],
                            .to(specimen.states[target].name)
                        ),
                    ])
                )
            }
        },
    ]

    /// A class that adds one of some conditions to each condition.
    private static func conditions(
        _ name: String, _ expected: Set<Finding.Code>, _ added: [String], isBehavioural: Bool = true
    ) -> Mutator {
        Mutator(name: name, expected: expected, isBehavioural: isBehavioural) { specimen in
            specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) && \(added[number % added.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        }
    }
}

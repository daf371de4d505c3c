@testable import Definitions

extension Mutator {
    /// Timers, outcomes and what nobody sends or hears.
    static let more = [
        Mutator(name: "outcome renamed", expected: [.nobodySends, .unhandledOutcome]) { specimen in
            specimen.states.filter { place in
                let outcome = place.tree["outcome"]?.text ?? ""
                return specimen.states.count { $0.tree["outcome"]?.text == outcome } == 1
                    && specimen.arrows.contains { $0.event.hasSuffix("." + outcome) }
            }.map { place in
                (
                    "\(place.process): outcome of \(place.id) renamed",
                    specimen.with(place.route + [.key("outcome")], .plain("otherwise"))
                )
            }
        },
        Mutator(
            name: "outcomes no longer handled",
            expected: [.unhandledOutcome, .waitsForNothing, .noEndReachable], isBehavioural: true
        ) { specimen in
            specimen.freeChildren.sorted().compactMap { child in
                guard !specimen.conditions.contains(where: { $0.formula.contains("children") }) else {
                    return nil
                }
                let handlers = specimen.arrows.filter { $0.index == 0 && $0.event.hasPrefix(child + ".") }
                return (
                    "all handlers of \(child) removed",
                    specimen.with(handlers.map { ($0.eventRoute, nil) })
                )
            }
        },
        Mutator(name: "timer event renamed", expected: [.deafTimer]) { specimen in
            specimen.timers.map { timer in
                (
                    "\(timer.words): its event renamed",
                    specimen.with(timer.route + [.key("event")], .plain("nobody.listens"))
                )
            }
        },
        Mutator(name: "two timers at one instant", expected: [.timerTie], isBehavioural: true) { specimen in
            specimen.timers.compactMap { timer in
                let place = specimen.states[timer.state]
                guard place.isTop,
                    specimen.arrows(from: timer.state).contains(where: { $0.event == timer.event }),
                    let end = specimen.siblings(of: timer.state).first(where: { other in
                        specimen.states[other].isFinal
                            && !specimen.arrows.contains {
                                $0.event == timer.event && $0.targets?.contains(other) == true
                            }
                    }), var rival = specimen.tree[timer.route]
                else { return nil }
                rival["name"] = .plain("rival")
                rival["event"] = .plain("rival.rings")
                var tree = specimen.with(place.route + [.key("timers")], after: [rival])
                tree[place.route + [.key("on"), .key("rival.rings")]] = .to(specimen.states[end].name)
                return ("\(timer.words): a rival at the same instant leads to another end", tree)
            }
        },
        Mutator(name: "timer named twice", expected: [.duplicateName]) { specimen in
            specimen.timers.compactMap { timer in
                guard let again = specimen.tree[timer.route] else { return nil }
                let route = specimen.states[timer.state].route + [.key("timers")]
                return ("\(timer.words): declared twice", specimen.with(route, after: [again]))
            }
        },
        Mutator(name: "event that nobody sends", expected: [.nobodySends]) { specimen in
            specimen.lonely.map { state in
                (
                    "\(specimen.states[state].id): waits for an event that nobody sends",
                    specimen.with(state, on: "never.sent", .to(specimen.states[state].name))
                )
            }
        },
        Mutator(name: "done of what is never done", expected: [.nobodySends]) { specimen in
            specimen.lonely.map { state in
                (
                    "\(specimen.states[state].id): waits to be done",
                    specimen.with(state, on: "done", .to(specimen.states[state].name))
                )
            }
        },
    ]
}

extension Specimen {
    /// The timers of all states.
    var timers: [(state: Int, route: [Tree.Step], event: String, words: String)] {
        states.indices.flatMap { index in
            (states[index].tree["timers"]?.items ?? []).enumerated().map { number, timer in
                (
                    index, states[index].route + [.key("timers"), .index(number)], timer["event"]?.text ?? "",
                    "\(states[index].process): \(states[index].id)/\(timer["name"]?.text ?? "")"
                )
            }
        }
    }

    /// The names of children that nobody waits for: their outcomes are all that is heard of them.
    var freeChildren: Set<String> {
        let spawned = arrows.flatMap { $0.tree["do"]?.items ?? [] }.compactMap { $0["spawn"]?["name"]?.text }
        let loose = states.flatMap { $0.tree["children"]?.items ?? [] }
            .filter { $0["join"]?.text == "none" }.compactMap { $0["name"]?.text }
        return Set(spawned + loose)
    }
}

@testable import Definitions

extension Mutator {
    /// Timers, outcomes and what nobody sends or hears.
    static let more = [
        Mutator(name: "outcome renamed", expected: [.nobodySends]) { specimen in
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
        Mutator(
            name: "one end no longer handled", expected: [.unhandledOutcome], isBehavioural: true
        ) { specimen in
            specimen.endHandlers.map { ("\(specimen.id($0)) removed", specimen.with($0.eventRoute, nil)) }
        },
        Mutator(name: "timer event renamed", expected: [.deafTimer], isBehavioural: true) { specimen in
            specimen.timers.map { timer in
                (
                    "\(timer.words): its event renamed",
                    specimen.with(timer.route + [.key("event")], .plain("nobody.listens"))
                )
            }
        },
        Mutator(name: "two timers at one instant", expected: [.timerTie], isBehavioural: true) { specimen in
            specimen.rivals(of: specimen.timers, "at the same instant") { $0 }
        },
        Mutator(name: "two timers that may fall on one day", expected: [.timerTie], isBehavioural: true) {
            specimen in
            specimen.rivals(of: specimen.timers, "that may fall on its day", due: Specimen.near)
        },
        Mutator(name: "timer inside at the instant of one around", expected: [.timerTie], isBehavioural: true)
        { specimen in
            specimen.timers.compactMap { specimen.innerRival(of: $0) }
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

    typealias Timer = (state: Int, route: [Tree.Step], event: String, words: String)

    /// Timers beside those of the outermost states, which lead to another end.
    func rivals(
        of timers: [Timer], _ words: String, due change: (Tree) -> Tree?
    ) -> [Mutator.Change] {
        timers.compactMap { timer in
            guard let end = otherEnd(timer), var rival = self.rival(of: timer),
                let due = rival["due"].flatMap(change)
            else { return nil }
            rival["due"] = due
            let place = states[timer.state]
            var tree = with(place.route + [.key("timers")], after: [rival])
            tree[place.route + [.key("on"), .key("rival.rings")]] = .to(states[end].name)
            return ("\(timer.words): a rival \(words) leads to another end", tree)
        }
    }

    /// The state around a new one whose timer counts from the same entry and leads to another end.
    func innerRival(of timer: Timer) -> Mutator.Change? {
        let place = states[timer.state]
        guard place.isAtomic, let end = otherEnd(timer), let rival = self.rival(of: timer),
            rival["due"]?["after"] != nil
        else { return nil }
        let inside = Tree.of(
            ("title", .bilingual("Dedans", "Inside")), ("timers", .list([rival])),
            ("on", .of(("rival.rings", .to(states[end].name)))))
        let changed = with([
            (place.route + [.key("initial")], .plain("inside")),
            (place.route + [.key("states")], .of(("inside", inside))),
        ])
        return ("\(timer.words): a rival in a state inside leads to another end", changed)
    }

    /// The same timer under another name, with the date of the task written out.
    private func rival(of timer: Timer) -> Tree? {
        var rival = tree[timer.route]
        rival?["name"] = .plain("rival")
        rival?["event"] = .plain("rival.rings")
        if rival?["due"]?.text == "task" { rival?["due"] = states[timer.state].tree["task"]?["due"] }
        return rival
    }

    /// An end beside an outermost state to which its timer does not lead.
    private func otherEnd(_ timer: Timer) -> Int? {
        guard states[timer.state].isTop,
            arrows(from: timer.state).contains(where: { $0.event == timer.event })
        else { return nil }
        return siblings(of: timer.state).first { other in
            states[other].isFinal
                && !arrows.contains { $0.event == timer.event && $0.targets?.contains(other) == true }
        }
    }

    /// A due rule of another unit, or of the next day, that may end on the same day.
    static func near(_ due: Tree) -> Tree? {
        let pairs = [
            "P7D": "P5B", "P14D": "P10B", "P30D": "P1M", "P60D": "P2M",
            "P1M": "P30D", "P2M": "P60D", "P3M": "P91D", "P6M": "P182D", "P12M": "P366D", "P1Y": "P365D",
            "P2Y": "P731D", "P4Y": "P1461D", "P10B": "P14D", "P15B": "P21D", "P20B": "P28D",
        ]
        guard due["kind"]?.text != "instant", let length = due["after"]?.text, let other = pairs[length]
        else { return nil }
        var near = due
        near["after"] = .plain(other)
        return near
    }

    /// The transitions that hear how children end, where neither a join nor a condition minds it instead.
    var endHandlers: [Arrow] {
        let isRead = conditions.contains { $0.formula.contains("children") }
        return arrows.filter { arrow in
            let parts = arrow.event.split(separator: ".", maxSplits: 1).map(String.init)
            guard arrow.index == 0, parts.count == 2, isEnd(parts[1]) else { return false }
            if conditionalChildren.contains(parts[0]) { return true }
            let others = arrows.map(\.event).filter { $0.hasPrefix(parts[0] + ".") && $0 != arrow.event }
            let heard = others.map { String($0.dropFirst(parts[0].count + 1)) }
            return freeChildren.contains(parts[0]) && !isRead
                && (heard.isEmpty || heard.contains(where: isEnd))
        }
    }

    /// Whether a child process ends by this outcome; those that are included end by a refusal.
    private func isEnd(_ outcome: String) -> Bool {
        states.contains { $0.isFinal && $0.tree["outcome"]?.text == outcome } || outcome == "refused"
    }

    /// The names of children for which a state waits until a condition holds.
    private var conditionalChildren: Set<String> {
        Set(
            states.flatMap { $0.tree["children"]?.items ?? [] }
                .filter { $0["join"]?["when"] != nil }.compactMap { $0["name"]?.text })
    }

    /// The names of children that nobody waits for: their outcomes are all that is heard of them.
    var freeChildren: Set<String> {
        let spawned = arrows.flatMap { $0.tree["do"]?.items ?? [] }.compactMap { $0["spawn"]?["name"]?.text }
        let loose = states.flatMap { $0.tree["children"]?.items ?? [] }
            .filter { $0["join"]?.text == "none" }.compactMap { $0["name"]?.text }
        return Set(spawned + loose)
    }
}

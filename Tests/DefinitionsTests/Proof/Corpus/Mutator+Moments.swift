@testable import Definitions

extension Mutator {
    /// Timers that meet, or never ring, and what is read of time and renewals.
    static let moments = [
        Mutator(name: "day beside a length", expected: [.timerTie], isBehavioural: true) { specimen in
            specimen.rivals(of: specimen.timers, "counted from elsewhere") { due in
                guard due["kind"]?.text != "instant" else { return nil }
                var rival = due
                rival["plus"] = nil
                rival["minus"] = nil
                rival["yearly"] = nil
                rival["at"] = due["after"] == nil ? nil : .text("agreement.plannedStart")
                rival["after"] = due["after"] == nil ? .plain("P30D") : nil
                return rival
            }
        },
        Mutator(
            name: "timer that another always forestalls", expected: [.deadTransition], isBehavioural: true
        ) {
            specimen in
            specimen.rivals(of: specimen.leavingTimers, "that comes much later") { due in
                guard due["after"] != nil else { return nil }
                var late = due
                late["after"] = .plain("P90Y")
                return late
            }
        },
        Mutator(name: "timer that never wins", expected: [.deadTransition], isBehavioural: true) { specimen in
            specimen.leavingTimers.compactMap { specimen.twin(of: $0) }
        },
        Mutator(name: "renewals read where nothing renews", expected: [.unused], isBehavioural: true) {
            specimen in
            guard
                !specimen.tree.scalars().contains(where: {
                    $0.text == "renew" || $0.text.contains("renewals")
                })
            else { return [] }
            return specimen.conditions.map { condition in
                let wrong = "(\(condition.formula)) && agreement.renewals < 3"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "instant compared with a day", expected: [.expression]) { specimen in
            let reading = [
                "delegations.nextLapse != '2017-01-01'", "measures.nextChange != agreement.plannedStart",
            ]
            return specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) && \(reading[number % reading.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "end heard on a condition alone", expected: [.guardGap], isBehavioural: true) {
            specimen in
            specimen.endHandlers.filter { arrow in
                arrow.count == 1 && arrow.formulas.isEmpty
                    && specimen.freeChildren.contains(String(arrow.event.prefix { $0 != "." }))
            }.map { arrow in
                (
                    "\(specimen.id(arrow)): only for one unit",
                    specimen.with(arrow.route + [.key("if")], .text("agreement.unit == 'U1001'"))
                )
            }
        },
    ]
}

extension Specimen {
    /// The timers of outermost states whose event is heard by one unconditional way out of the state alone.
    fileprivate var leavingTimers: [Timer] {
        timers.filter { timer in
            let hearing = arrows.filter {
                $0.event == timer.event && states[$0.source].process == states[timer.state].process
            }
            return hearing.count == 1 && hearing[0].source == timer.state && hearing[0].formulas.isEmpty
                && hearing[0].targets?.isEmpty == false
        }
    }

    /// A second timer of the same date that leads where the first does.
    fileprivate func twin(of timer: Timer) -> Mutator.Change? {
        guard var twin = tree[timer.route],
            let arrow = arrows(from: timer.state).first(where: { $0.event == timer.event }),
            arrow.tree["do"] == nil, let target = arrow.tree["to"]
        else { return nil }
        twin["name"] = .plain("twin")
        twin["event"] = .plain("twin.rings")
        var changed = with(states[timer.state].route + [.key("timers")], after: [twin])
        changed[states[timer.state].route + [.key("on"), .key("twin.rings")]] = .of(("to", target))
        return ("\(timer.words): a twin that leads to the same place", changed)
    }
}

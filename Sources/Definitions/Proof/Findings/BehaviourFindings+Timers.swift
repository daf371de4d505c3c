import Agreements
import Statechart

extension BehaviourFindings {
    /// Timers whose event nothing can hear while they run.
    func reportUnheardTimers() {
        for state in draft.states where exploration.details.entries[state.id] != nil {
            for timer in state.timers where !exploration.details.heardTimers.contains([state.id, timer.name])
            {
                let near = Set(draft.outline.chain(state.order) + draft.outline.subtree(state.order))
                guard near.allSatisfy({ draft.harm[$0] == nil }) else { continue }
                let heard = draft.transitions.filter { near.contains($0.source) }.map(\.definition.event)
                // What no transition near it even names is said by the check of deaf timers.
                let code: Finding.Code = heard.contains(timer.event) ? .unheardSend : .deafTimer
                guard code == .deafTimer || !doubt.goesAstray else { continue }
                let message =
                    "nothing in \(state.id) hears the event \(timer.event) of its timer \(timer.name)"
                log.report(
                    code, at: place(of: state.id, "timers"), message,
                    suggestion: code == .deafTimer ? Spelling.nearest(to: timer.event, in: heard) : nil,
                    path: exploration.details.entries[state.id] ?? [])
            }
        }
    }

    /// Timers that never ring, since another has always left their state before.
    func reportDeadTimers() {
        for (index, state) in reading.states.enumerated() {
            guard let state, let entry = exploration.details.entries[state.id], !isHarmed(state.id) else {
                continue
            }
            for timer in state.timers {
                guard let rival = reading.overtaking(timer, in: index, parameters), isTaken(timer.event)
                else { continue }
                let other = reading.chart.id(rival.state)
                guard rival.isSooner || !isSettled([other, state.id], [rival.timer, timer.name]) else {
                    continue
                }
                let when = rival.isSooner ? "before" : "at the same instant and earlier in the document"
                log.report(
                    .deadTransition, at: place(of: state.id, "timers"),
                    "the timer \(timer.name) of \(state.id) never rings: \(rival.timer) of \(other) is due "
                        + "\(when), and always leaves \(other)",
                    path: entry)
            }
        }
    }

    /// Whether something around takes an event, so that no transition is said never to be taken for it.
    private func isTaken(_ event: String) -> Bool {
        reading.chart.transitions.contains { transition in
            guard transition.isTriggered(by: event), let label = transition.label else { return false }
            return !exploration.deadTransitions.contains(label)
        }
    }

    /// Whether something is said of which of two timers rings first: that it is not declared, or by its author.
    private func isSettled(_ states: [String], _ timers: [String]) -> Bool {
        let tie = TimerTie(states: states, timers: timers)
        return isDeclared(tie)
            || exploration.details.ties.contains {
                $0.subject == tie
                    || $0.subject == TimerTie(states: states.reversed(), timers: timers.reversed())
            }
    }

    /// Timers of one instant without a declared winner, where the order makes a difference.
    func reportTies() {
        for sighting in exploration.details.ties {
            let tie = sighting.subject
            guard !isDeclared(tie) else { continue }
            let message =
                "the timers \(tie.timers[0]) of \(tie.states[0]) and \(tie.timers[1]) of \(tie.states[1]) "
                + "\(verb(tie)) at the same instant and no winner is declared"
            log.report(.timerTie, at: place(of: tie.states[0], "timers"), message, path: sighting.path)
        }
        for sighting in exploration.details.childTies {
            let (tie, ring) = (sighting.subject, sighting.subject.ring)
            log.report(
                .timerTie, at: place(of: tie.state, "timers"),
                "the timer \(tie.timer) of \(tie.state) and \(ring.timer) of the child process \(ring.process), "
                    + "which then tells \(ring.outcome), may ring at the same instant and no winner is declared",
                path: sighting.path)
        }
        for sighting in exploration.details.clockTies {
            let tie = sighting.subject
            let message =
                "this condition reads the clock, for which nothing rings: whether it or the timer "
                + "\(tie.timer) of \(tie.state) comes first is not declared"
            log.report(
                .timerTie, at: Place(written: tie.condition) ?? draft.place, message,
                suggestion: "a timer for it, with before", path: sighting.path)
        }
    }

    private func verb(_ tie: TimerTie) -> String {
        let rules = zip(tie.states, tie.timers).map { state, timer in
            reading.process.states[state]?.timers.first { $0.name == timer }?.due
        }
        return rules[0]?.offset == rules[1]?.offset ? "ring" : "may ring"
    }

    /// Winners that cannot win: timers of one instant ring in document order.
    func reportWinners() {
        let timers = draft.states.flatMap { state in state.timers.map { (state: state.id, name: $0.name) } }
        for winner in declaredWinners {
            let others = timers.indices.filter { timers[$0].name == winner.before.text }
            guard !others.isEmpty else {
                log.report(
                    .unknownName, at: winner.before.place, "there is no timer \(winner.before.text)",
                    suggestion: Spelling.nearest(to: winner.before.text, in: timers.map(\.name)))
                continue
            }
            let own = timers.firstIndex { $0.state == winner.state && $0.name == winner.timer }
            guard let own, !others.contains(where: { $0 > own }) else { continue }
            let message =
                "\(winner.timer) cannot ring before \(winner.before.text), which comes first in the document"
            log.report(
                .timerTie, at: winner.before.place, message,
                path: exploration.details.entries[winner.state] ?? [])
        }
    }

    /// Whether one of the two says `before:` the other; that it can is said of each by itself.
    private func isDeclared(_ tie: TimerTie) -> Bool {
        declaredWinners.contains { winner in
            [0, 1].contains { index in
                winner.state == tie.states[index] && winner.timer == tie.timers[index]
                    && winner.before.text == tie.timers[1 - index]
            }
        }
    }

    /// The timers that say `before:` another.
    private var declaredWinners: [(state: String, timer: String, before: (text: String, place: Place))] {
        let read = NodeReader(log: FindingLog())
        return draft.outline.states.flatMap { state in
            read.oneOrMore(state.fields?["timers"]).compactMap { item in
                guard case .mapping(let entries) = item.content,
                    let name = entries.first(where: { $0.key == "name" })?.value.scalar?.text,
                    let other = entries.first(where: { $0.key == "before" })?.value,
                    let text = other.scalar?.text
                else { return nil }
                return (state.path, name, (text, other.place))
            }
        }
    }

    // MARK: The law

    func reportLaw() {
        for sighting in exploration.details.illegalChanges {
            let (state, change) = (reading.chart.id(sighting.subject.state), sighting.subject)
            guard !isHarmed(state) else { continue }
            let renewal =
                change.lacksRenewal ? " by signatures of the text that expired: no renewal is signed" : ""
            let message =
                "the status would pass from \(change.from.rawValue) to \(change.to.rawValue) in \(state)"
                + renewal
            log.report(
                .illegalStatusChange, at: place(of: state, "legal"), message, path: sighting.path)
        }
        for sighting in certain.details.unsigned where doubt.knowsChildren {
            let state = reading.chart.id(sighting.subject)
            let message =
                "\(state) puts the agreement in force without every party's signature of the current text"
            log.report(.unsignedInForce, at: place(of: state, "legal"), message, path: sighting.path)
        }
        reportBindingEnds()
        for sighting in exploration.details.openEnds {
            let message =
                "\(sighting.subject) has come to its end but keeps its \(leftOpen(sighting.subject)) alive"
            log.report(.endLeavesOpen, at: place(of: sighting.subject), message, path: sighting.path)
        }
    }

    /// Ends of the life after which nothing can end the agreement any more.
    private func reportBindingEnds() {
        guard !doubt.goesAstray else { return }
        for sighting in exploration.details.bindingEnds where !isHarmed(sighting.subject.state) {
            let (state, status) = (sighting.subject.state, sighting.subject.status.rawValue)
            log.report(
                .endLeavesOpen, at: place(of: state),
                "\(state) ends the file, but leaves the agreement \(status) for ever: it has no legal: ended",
                path: sighting.path)
        }
    }

    private func leftOpen(_ id: String) -> String {
        guard let state = reading.process.states[id] else { return "work" }
        if state.task != nil { return "task" }
        return state.timers.isEmpty ? "children" : "timers"
    }
}

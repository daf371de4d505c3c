import Agreements
import Statechart

extension BehaviourFindings {
    /// Timers whose event nothing can hear while they run.
    func reportUnheardTimers() {
        for state in draft.states where exploration.details.entries[state.id] != nil {
            for timer in state.timers where !exploration.details.heardTimers.contains([state.id, timer.name])
            {
                let near = Set(draft.outline.chain(state.order) + draft.outline.subtree(state.order))
                let heard = draft.transitions.filter { near.contains($0.source) }.map(\.definition.event)
                // What no transition near it even names is said by the check of deaf timers.
                let code: Finding.Code = heard.contains(timer.event) ? .unheardSend : .deafTimer
                let message =
                    "nothing in \(state.id) hears the event \(timer.event) of its timer \(timer.name)"
                log.report(
                    code, at: place(of: state.id, "timers"), message,
                    suggestion: code == .deafTimer ? Spelling.nearest(to: timer.event, in: heard) : nil,
                    path: code == .deafTimer ? [] : exploration.details.entries[state.id] ?? [])
            }
        }
    }

    /// Timers of one instant without a declared winner, where the order makes a difference.
    func reportTies() {
        for sighting in exploration.details.ties {
            let tie = sighting.subject
            guard !isDeclared(tie.timers[0], of: tie.states[0], before: tie.timers[1]) else { continue }
            let message =
                "the timers \(tie.timers[0]) of \(tie.states[0]) and \(tie.timers[1]) of \(tie.states[1]) "
                + "ring at the same instant and no winner is declared"
            log.report(.timerTie, at: place(of: tie.states[0], "timers"), message, path: sighting.path)
        }
    }

    /// Whether the timer says `before:` the other; it is the first of the two in the document, as they ring.
    private func isDeclared(_ timer: String, of state: String, before other: String) -> Bool {
        guard let node = self.state(state)?.fields?["timers"] else { return false }
        let read = NodeReader(log: FindingLog())
        return read.oneOrMore(node).contains { item in
            guard case .mapping(let entries) = item.content else { return false }
            let values = Dictionary(
                entries.map { ($0.key, $0.value.scalar?.text) }, uniquingKeysWith: { a, _ in a })
            return values["name"] == timer && values["before"] == other
        }
    }

    // MARK: The law

    func reportLaw() {
        for sighting in exploration.details.illegalChanges {
            let (state, change) = (reading.chart.id(sighting.subject.state), sighting.subject)
            let message =
                "the status would pass from \(change.from.rawValue) to \(change.to.rawValue) in \(state)"
            log.report(
                .illegalStatusChange, at: place(of: state, "legal"), message, path: sighting.path)
        }
        for sighting in exploration.details.unsigned {
            let state = reading.chart.id(sighting.subject)
            let message =
                "\(state) puts the agreement in force without every party's signature of the current text"
            log.report(.unsignedInForce, at: place(of: state, "legal"), message, path: sighting.path)
        }
        for sighting in exploration.details.openEnds {
            let message =
                "\(sighting.subject) has come to its end but keeps its \(leftOpen(sighting.subject)) alive"
            log.report(.endLeavesOpen, at: place(of: sighting.subject), message, path: sighting.path)
        }
    }

    private func leftOpen(_ id: String) -> String {
        guard let state = reading.process.states[id] else { return "work" }
        if state.task != nil { return "task" }
        return state.timers.isEmpty ? "children" : "timers"
    }
}

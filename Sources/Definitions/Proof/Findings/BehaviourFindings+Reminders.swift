import Agreements
import Statechart

extension BehaviourFindings {
    /// Reminders that are never sent, since a timer has always left their state on an earlier day.
    func reportDeadReminders() {
        for (index, state) in reading.states.enumerated() {
            guard let state, let task = state.task, let entry = exploration.details.entries[state.id],
                !isHarmed(state.id)
            else { continue }
            for reminder in task.reminders {
                guard let base = reminder.base ?? task.due else { continue }
                for offset in reminder.offsets {
                    guard let rival = reading.leaving(index, before: base, plus: offset, parameters) else {
                        continue
                    }
                    let other = reading.chart.id(rival.state)
                    log.report(
                        .deadTransition, at: place(of: state.id, "task"),
                        .init(
                            fr:
                                "le rappel \(reminder.notice) à \(offset) de la tâche dans \(state.id) n’est jamais envoyé : "
                                + "\(rival.timer) de \(other) vient avant, et fait toujours sortir de \(other)",
                            en:
                                "the reminder \(reminder.notice) at \(offset) of the task in \(state.id) is never sent: "
                                + "\(rival.timer) of \(other) is due before, and always leaves \(other)"),
                        path: entry)
                }
            }
        }
    }
}

extension ProcessReading {
    /// The timer that has always left a state on an earlier day than that which comes a length after (or before) what a
    /// rule gives; both count from one entry, or from one day.
    fileprivate func leaving(
        _ state: Int, before base: DueRule, plus offset: Period, _ parameters: [String: JSON]
    ) -> Overtaking? {
        guard base.origin != .date else { return nil }
        let earliest = DueSpan(base, parameters).days.lowerBound + offset.days.lowerBound
        let holders = base.origin == .entry ? [state] + chart.ancestors(of: state) : [state]
        for holder in holders {
            for timer in states[holder]?.timers ?? [] where timer.due.origin == base.origin {
                // What is due before the entry rings at it.
                let first = base.origin == .entry ? 0 : Int.min
                guard max(DueSpan(timer.due, parameters).days.upperBound, first) < earliest,
                    certainlyLeaves(holder, on: timer.event)
                else { continue }
                return Overtaking(state: holder, timer: timer.name, isSooner: true)
            }
        }
        return nil
    }
}

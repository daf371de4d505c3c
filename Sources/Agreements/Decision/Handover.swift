/// An open step that has become somebody's.
package struct Handover: Sendable, Hashable {
    package var person: Person.ID
    package var task: HumanTask

    package init(person: Person.ID, task: HumanTask) {
        self.person = person
        self.task = task
    }
}

extension Roster {
    /// The open steps that reach people at `instant` whom they did not at `since`: for each the first due.
    ///
    /// By a grant, a merger, or in place of somebody who is away. Steps that began later are left out: whoever has
    /// them was told when they did.
    package func handovers(since: Instant, at instant: Instant) -> [Handover] {
        let known = agreement.tasks.filter { $0.openedAt <= since }.sorted { left, right in
            (left.due?.due ?? .latest, left.openedAt, left.process, left.state)
                < (right.due?.due ?? .latest, right.openedAt, right.process, right.state)
        }
        var found: [Handover] = []
        for task in known {
            let process = agreement.processes[task.process]
            let before = recipients(of: task.role, in: process, at: since)
            for person in recipients(of: task.role, in: process, at: instant)
            where !before.contains(person) && !found.contains(where: { $0.person == person }) {
                found.append(Handover(person: person, task: task))
            }
        }
        return found
    }
}

import Agreements

/// The rows that a change adds or closes in the projections.
enum ChangeRow {
    static func taskOpened(_ change: Change, _ event: Event) -> JSON? {
        guard case .taskOpened(let task) = change else { return nil }
        return [
            "id": .string(task.id.description), "process": .string(task.process),
            "state": .string(task.state),
            "role": .string(task.role.role), "role_of": .string(task.role.of.rawValue),
            "narrowed_to": .text(task.narrowedTo), "opened_seq": .integer(Int64(event.seq)),
            "opened_at": .text(task.openedAt), "due_at": .text(task.due?.limit),
            "due_day": .text(task.due?.day),
        ]
    }

    static func taskClosed(_ change: Change, _ event: Event) -> JSON? {
        guard case .taskClosed(let id) = change else { return nil }
        return ["id": .string(id.description), "seq": .integer(Int64(event.seq)), "at": .text(event.at)]
    }

    static func timerArmed(_ change: Change, _ event: Event) -> JSON? {
        guard case .timerArmed(let timer) = change else { return nil }
        let isReminder = if case .reminder = timer.purpose { true } else { false }
        return [
            "id": .string(timer.id.description), "process": .string(timer.process),
            "state": .string(timer.state),
            "entry_seq": .integer(Int64(timer.entrySeq)), "name": .string(timer.name),
            "due_at": .text(timer.due),
            "document_order": .integer(Int64(timer.order)), "reminder": .bool(isReminder),
            "armed_seq": .integer(Int64(event.seq)),
        ]
    }

    static func timerClosed(_ change: Change, _ event: Event) -> JSON? {
        guard case .timerClosed(let id, let fired) = change else { return nil }
        return [
            "id": .string(id.description), "seq": .integer(Int64(event.seq)),
            "status": .string(fired ? "fired" : "cancelled"),
        ]
    }

    static func roleReleased(_ change: Change, _ event: Event) -> JSON? {
        guard case .roleReleased(let role) = change else { return nil }
        return ["role": .string(role), "seq": .integer(Int64(event.seq)), "at": .text(event.at)]
    }

    static func roleAssigned(_ change: Change, _ event: Event) -> JSON? {
        guard case .roleAssigned(let assignment) = change else { return nil }
        return [
            "role": .string(assignment.role), "person": .string(assignment.person.description),
            "seq": .integer(Int64(event.seq)), "at": .text(event.at),
        ]
    }
}

extension JSON {
    /// The text form of a value, null when there is none.
    static func text(_ value: (some CustomStringConvertible)?) -> JSON {
        value.map { .string($0.description) } ?? .null
    }
}

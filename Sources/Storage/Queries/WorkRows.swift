package import Agreements
import FoundationEssentials
import Postgres

/// An open task.
package struct TaskRow: Codable, Sendable, Hashable {
    package var id: HumanTask.ID
    package var agreement: Agreement.ID
    package var reference: String?
    package var instrument: String
    package var process: String
    package var state: String
    package var role: String
    package var narrowedTo: String?
    package var openedAt: Instant
    package var dueAt: Instant?
    package var dueDay: Day?

    init(row: Row) throws {
        (id, agreement, reference) = (try row["id"], try row["agreement"], try row["reference"])
        (instrument, process, state) = (try row["instrument"], try row["process"], try row["state"])
        (role, narrowedTo, openedAt) = (try row["role"], try row["narrowed_to"], try row["opened_at"])
        (dueAt, dueDay) = (try row["due_at"], try row["due_day"])
    }
}

extension TaskRow {
    /// Something that failed, as a task of `role`.
    package init(_ row: OpsRow, role: String) {
        (id, agreement, reference) = (
            HumanTask.ID(row.id) ?? HumanTask.ID(UUID()), row.agreement, row.reference
        )
        (instrument, process, state) = (row.instrument, row.process, row.state)
        (self.role, openedAt) = (role, row.since)
    }
}

/// An armed timer.
package struct TimerRow: Codable, Sendable, Hashable {
    package var id: ArmedTimer.ID
    package var agreement: Agreement.ID
    package var process: String
    package var state: String
    package var name: String
    package var dueAt: Instant
    package var isReminder: Bool

    init(row: Row) throws {
        (id, agreement, process) = (try row["id"], try row["agreement"], try row["process"])
        (state, name, dueAt) = (try row["state"], try row["name"], try row["due_at"])
        isReminder = try row["reminder"]
    }
}

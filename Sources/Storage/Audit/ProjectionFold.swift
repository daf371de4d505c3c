import Agreements

/// The rows beside an agreement that its events make, table by table.
struct ProjectionFold {
    /// A row by its columns; those without a value are left out.
    typealias Columns = [String: JSON]

    private let agreement: JSON
    private var tasks: [String: Columns] = [:]
    private var timers: [String: Columns] = [:]
    private var assignments: [Columns] = []
    private var documents: [Columns] = []
    private var notices: [Columns] = []

    init(agreement: String) { self.agreement = .string(agreement) }

    /// The rows of each table of ``AuditedTable/beside``.
    func rows(processes: some Sequence<Process>) -> [String: [JSON]] {
        [
            "process": processes.map { columns($0.row) }, "assignment": assignments,
            "task": Array(tasks.values), "timer": Array(timers.values), "document": documents,
            "notice": notices,
        ].mapValues { $0.map(JSON.object) }
    }

    /// Adds what an event makes and ends.
    mutating func note(_ event: Event) {
        for change in event.payload.changes { note(change, event) }
        notices += event.payload.notices.map { columns($0.row(at: event)) }
    }

    private mutating func note(_ change: Change, _ event: Event) {
        if let row = ChangeRow.taskOpened(change, event) { add(row, to: &tasks) }
        if let end = ChangeRow.taskClosed(change, event), let id = end["id"]?.text {
            tasks[id]?["closed_seq"] = end["seq"]
            tasks[id]?["closed_at"] = end["at"]
        }
        if let row = ChangeRow.timerArmed(change, event) { add(row, to: &timers, with: ["status": "armed"]) }
        if let end = ChangeRow.timerClosed(change, event), let id = end["id"]?.text {
            timers[id]?["closed_seq"] = end["seq"]
            timers[id]?["status"] = end["status"]
        }
        if let row = ChangeRow.roleAssigned(change, event).map(columns), !assignments.contains(row) {
            assignments.append(row)
        }
        if let end = ChangeRow.roleReleased(change, event) { release(end) }
        if case .documentAdded(let document) = change {
            documents.append(columns(document.row(seq: event.seq)))
        }
    }

    private func add(_ row: JSON, to table: inout [String: Columns], with more: Columns = [:]) {
        guard let id = row["id"]?.text else { return }
        table[id] = columns(row).merging(more) { $1 }
    }

    /// Ends the role of those who were given it before; not of whom the same event gives it.
    private mutating func release(_ end: JSON) {
        for index in assignments.indices
        where assignments[index]["role"] == end["role"] && assignments[index]["seq"] != end["seq"]
            && assignments[index]["ended_seq"] == nil
        {
            assignments[index]["ended_seq"] = end["seq"]
            assignments[index]["ended_at"] = end["at"]
        }
    }

    private func columns(_ row: JSON) -> Columns {
        guard case .object(let members) = row else { return [:] }
        return members.filter { $0.value != .null }.merging(["agreement": agreement]) { $1 }
    }
}

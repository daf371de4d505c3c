import Agreements
import Storage

extension CommandDesk {
    /// The open tasks, the earliest due first, of a person, a role or an agreement, or all.
    ///
    /// What failed comes first, for whoever is or asks for the office (`INT`).
    package func tasks(
        for person: String?, role: String?, agreement: String?, limit: Int
    ) async throws -> [TaskLine] {
        let file: Agreement.ID? = if let agreement { try await self.agreement(agreement).id } else { nil }
        let role = try role.map { try Self.role($0) }
        var rows: [TaskRow]
        if let person {
            rows = try await catalogue.tasks(of: try await self.person(person), limit: limit)
                .filter { (role == nil || $0.role == role) && (file == nil || $0.agreement == file) }
        } else {
            rows = try await catalogue.tasks(of: file, role: role, limit: limit)
        }
        let failed = try await operations(for: person, role: role, file, limit: limit)
        return try await failed + lines(rows)
    }

    private func lines(_ rows: [TaskRow]) async throws -> [TaskLine] {
        let names = Dictionary(
            try await names().map { ($0.key.description, $0.value) }, uniquingKeysWith: { $1 })
        var files: [Agreement.ID: (Agreement, Workflow)] = [:]
        var lines: [TaskLine] = []
        for row in rows {
            if files[row.agreement] == nil, let file = try await catalogue.agreement(row.agreement) {
                files[row.agreement] = (file, try await workflow(of: file))
            }
            lines.append(line(row, files[row.agreement], names))
        }
        return lines
    }

    private func line(
        _ row: TaskRow, _ file: (agreement: Agreement, workflow: Workflow)?, _ names: [String: String]
    ) -> TaskLine {
        let process = file?.agreement.processes[row.process]
        let state = process.flatMap { file?.workflow.processes[$0.definition]?.states[row.state] }
        let due = file?.agreement.tasks.first { $0.id == row.id }?.due
        return TaskLine(
            row: row, title: state?.task?.title ?? LocalizedText(fr: row.state, en: row.state),
            due: due.map(times.text) ?? row.dueAt.map(times.text), names: names)
    }
}

package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// What waits for the visitor, what is due first at the top.
    package func worklist(_ visitor: Visitor) async throws -> [WorkItem] {
        try await answering {
            let now = try await installation.clock.show().now
            var items: [WorkItem] = []
            for row in try await catalogue(visitor).work(of: visitor.person) {
                let workflow = try await installation.engine.workflow(row.workflow, row.version)
                items.append(item(row, workflow, now))
            }
            return items
        }
    }

    private func item(_ row: WorkRow, _ workflow: Workflow, _ now: Instant) -> WorkItem {
        let state = workflow.processes[row.definition]?.states[row.task.state]
        return WorkItem(
            file: row.task.reference ?? row.task.agreement.description, reference: row.task.reference,
            subject: row.subject, instrument: workflow.title, countries: row.countries.map(Self.country),
            amount: row.amount,
            task: state?.task?.title ?? state?.title ?? LocalizedText(fr: row.task.state, en: row.task.state),
            principal: nil, since: row.task.openedAt, due: row.task.dueAt,
            isOverdue: row.task.dueAt.map { $0 < now } ?? false)
    }
}

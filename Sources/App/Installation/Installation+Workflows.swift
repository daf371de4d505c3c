import Agreements
import Engine
import Storage

extension Installation {
    /// Of each published definition the newest version.
    func newestWorkflows() async throws -> [Workflow] {
        var known: Set<String> = []
        var workflows: [Workflow] = []
        for row in try await catalogue.workflows() where known.insert(row.id).inserted {
            workflows.append(try await engine.workflow(row.id, row.version))
        }
        return workflows
    }
}

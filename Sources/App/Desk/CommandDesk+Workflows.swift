package import Agreements
import Storage

extension CommandDesk {
    /// Publishes workflow files, after all of them were checked.
    ///
    /// - Throws: ``UnsoundFiles`` with the findings of the first file that is not sound; nothing is published then.
    package func publish(
        _ files: [String], as name: String?
    ) async throws -> [(workflow: Workflow, outcome: WorkflowPublisher.Outcome)] {
        for file in files { _ = try WorkflowFile.load(file, zone: installation.institution.zone) }
        let actor = try await registrar(as: name)
        var outcomes: [(Workflow, WorkflowPublisher.Outcome)] = []
        for file in files {
            outcomes.append(
                try await WorkflowPublisher(installation).publish(file, by: actor, operator: self.operator))
        }
        return outcomes
    }
}

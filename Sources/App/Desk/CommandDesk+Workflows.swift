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

    /// Publishes one definition that the proof gate lets through.
    ///
    /// - Throws: `InvalidDefinition` with the findings of one that is not sound; a ``Refusal``.
    package func publish(_ files: DefinitionFiles) async throws -> (
        workflow: Workflow, outcome: WorkflowPublisher.Outcome
    ) {
        try await WorkflowPublisher(installation).publish(
            files, by: try await registrar(as: nil), channel: channel, operator: noted)
    }
}

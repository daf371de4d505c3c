package import Agreements
import Definitions
import Storage

extension CommandDesk {
    /// Publishes workflow files, after all of them were checked.
    ///
    /// - Throws: ``UnsoundFiles`` with all findings of all files; nothing is published then.
    package func publish(
        _ files: [String], as name: String?
    ) async throws -> [(workflow: Workflow, outcome: WorkflowPublisher.Outcome)] {
        var findings: [Finding] = []
        for file in files { findings += try await self.findings(in: file) }
        guard findings.isEmpty else { throw UnsoundFiles(findings) }
        let actor = try await registrar(as: name)
        var outcomes: [(Workflow, WorkflowPublisher.Outcome)] = []
        for file in files {
            outcomes.append(
                try await WorkflowPublisher(installation).publish(file, by: actor, operator: self.operator))
        }
        return outcomes
    }

    /// All that is wrong with a file; what was published is not proved again.
    private func findings(in file: String) async throws -> [Finding] {
        let zone = installation.institution.zone
        if let workflow = try? WorkflowFile.load(file, zone: zone) {
            let known = try await catalogue.workflowSources(workflow.id, version: workflow.version)
            guard known == nil else { return [] }
        }
        return try await WorkflowFile.proof(of: file, zone: zone).findings
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

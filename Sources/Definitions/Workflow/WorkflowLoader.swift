package import Agreements

/// Reads workflow files and checks them: what it gives is sound in form, in its names and in each rule of
/// `Checks`.
package struct WorkflowLoader: Sendable {
    /// The zone of the institution, for the day functions of guards.
    package var zone: Zone
    /// The roles that a workflow may name.
    package var roles: Set<String>

    package init(zone: Zone = .paris, roles: Set<String> = RoleNames.all) {
        self.zone = zone
        self.roles = roles
    }

    /// The workflow that these files describe.
    ///
    /// Pure: only `sources` is read. Cost is linear in the size of the files, which ``InvalidDefinition``
    /// bounds at 256 kB, 5,000 values and 32 levels each, and at 16 includes.
    /// - Throws: ``InvalidDefinition`` with every finding at once.
    package func load(_ sources: WorkflowSources) throws(InvalidDefinition) -> Workflow {
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: zone),
            roles: roles)
        let draft = documents.main.flatMap { reading.workflow($0, includes: documents.includes) }
        if let draft { WorkflowChecks.run(on: draft, log) }
        guard let draft, log.findings.isEmpty, let workflow = draft.workflow(sha256: documents.sha256) else {
            throw InvalidDefinition(findings: log.sorted(mainFile: sources.name))
        }
        return workflow
    }
}

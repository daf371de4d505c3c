package import Agreements

/// Reads workflow files and checks them.
package struct WorkflowLoader: Sendable {
    /// The zone of the institution, for the day functions of guards.
    package var zone: Zone
    /// The roles that a workflow may name.
    package var roles: Set<String>

    package init(zone: Zone = .paris, roles: Set<String> = RoleNames.all) {
        self.zone = zone
        self.roles = roles
    }

    /// The workflow that these files describe, sound in form and in its names.
    ///
    /// For what was proved before: a published version is read again with this and not proved again, so that a
    /// later release with sharper rules still reads it. Pure: only `sources` is read. Cost is linear in the size
    /// of the files, which ``InvalidDefinition`` bounds at 512 kB, 24,000 values and 32 levels each, and at 16
    /// includes.
    /// - Throws: ``InvalidDefinition`` with every finding at once.
    package func load(_ sources: WorkflowSources) throws(InvalidDefinition) -> Workflow {
        let reading = reading(of: sources)
        let log = reading.log
        if let draft = reading.draft {
            WorkflowChecks.run(WorkflowChecks.loading, in: GuardWorld(draft), log)
        }
        guard let draft = reading.draft, log.findings.isEmpty,
            let workflow = draft.workflow(sha256: reading.sha256)
        else { throw InvalidDefinition(findings: log.sorted(mainFile: sources.name)) }
        return workflow
    }

    /// Everything that the proof gate says of these files; publishing asks this.
    ///
    /// Pure. Beside ``load(_:)`` every process whose states can be told is explored, twice where something could
    /// not be read: the cost grows with the number of their situations, at most
    /// ``ExplorationContext/situationsMax`` each.
    package func prove(_ sources: WorkflowSources) -> Proof {
        let reading = reading(of: sources)
        let found = reading.log.sorted(mainFile: sources.name)
        guard let draft = reading.draft, !reading.lacksFile else {
            // What a file declares that could not be read is not known: only what stands by itself is said.
            let alone = reading.lacksFile ? found.filter(\.code.isOfForm) : found
            return Proof(workflow: nil, findings: alone, warnings: [], properties: [], situations: [:])
        }
        var proof = DefinitionProof(
            draft: draft, sha256: reading.sha256, mainFile: sources.name, log: reading.log)
        return proof.proof()
    }

    /// The files as they were read, and what was found on the way.
    private struct Reading {
        let log: FindingLog
        let draft: WorkflowDraft?
        let sha256: String
        let lacksFile: Bool
    }

    private func reading(of sources: WorkflowSources) -> Reading {
        let log = FindingLog()
        let documents = DocumentReader(log: log).read(sources)
        let reading = WorkflowReading(
            log: log, texts: documents.texts, environment: GuardEnvironment.environment(zone: zone),
            roles: roles)
        let draft = documents.main.flatMap { reading.workflow($0, includes: documents.includes) }
        return Reading(log: log, draft: draft, sha256: documents.sha256, lacksFile: documents.lacksFile)
    }
}

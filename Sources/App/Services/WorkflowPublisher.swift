package import Agreements
package import Definitions
import Engine
import Foundation
import Storage

/// Reads workflow files of a folder and publishes them.
package struct WorkflowPublisher: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// What became of one file.
    package enum Outcome: Sendable, Hashable {
        case published
        /// The same version with the same content was published before.
        case unchanged
    }

    /// Reads one file and checks its form and names; its includes lie beside it.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding; ``FileFault`` when it cannot be read.
    package static func load(_ path: String, zone: Zone) throws -> (
        workflow: Workflow, sources: [String: String]
    ) {
        try load(try DefinitionFiles(path: path), zone: zone)
    }

    /// Reads files and checks their form and names.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding.
    package static func load(_ files: DefinitionFiles, zone: Zone) throws(InvalidDefinition) -> (
        workflow: Workflow, sources: [String: String]
    ) {
        let workflow = try WorkflowLoader(zone: zone).load(files.sources)
        return (workflow, files.texts(main: workflow.id))
    }

    /// Puts one file through the whole proof gate.
    ///
    /// - Throws: ``FileFault`` when it cannot be read; what is wrong with it is in the proof.
    package static func prove(_ path: String, zone: Zone) throws -> Proof {
        WorkflowLoader(zone: zone).prove(try DefinitionFiles(path: path).sources)
    }

    /// What the gate says of these files; the same bytes are proved once in a process.
    ///
    /// A proof takes seconds: it runs on a thread of its own, one at a time, so that nothing else waits for it.
    /// - Throws: ``WebUnavailable`` while too many others wait.
    package static func proof(of files: DefinitionFiles, zone: Zone) async throws -> Proof {
        let sha256 = try? load(files, zone: zone).workflow.sha256
        return try await proofs.value(of: sha256) { WorkflowLoader(zone: zone).prove(files.sources) }
    }

    private static let proofs = KeptWork<Proof>("proof", countMax: 16)

    /// Publishes a file that the proof gate lets through, unless its version was published before.
    ///
    /// - Throws: as ``load(_:zone:)``; a ``Refusal`` when that version was published with another content.
    package func publish(_ path: String, by actor: Person.ID?, operator: String?) async throws -> (
        Workflow, Outcome
    ) {
        try await publish(
            try DefinitionFiles(path: path), by: actor, channel: .commandLine, operator: `operator`)
    }

    /// The same with files from elsewhere, by another door.
    package func publish(
        _ files: DefinitionFiles, by actor: Person.ID?, channel: Authority.Channel, operator: String?
    ) async throws -> (Workflow, Outcome) {
        let zone = installation.institution.zone
        let (workflow, sources) = try Self.load(files, zone: zone)
        if let known = try await installation.catalogue.workflowSources(
            workflow.id, version: workflow.version)?.workflow
        {
            guard known.sha256 == workflow.sha256 else { throw Refusal.alreadyPublished(workflow) }
            return (workflow, .unchanged)
        }
        _ = try await Self.proof(of: files, zone: zone).soundWorkflow()
        let command = RegisterCommand(
            requestID: "publish/\(workflow.id)/\(workflow.version)", actor: actor, channel: channel,
            operator: `operator`,
            change: .workflowPublished(
                workflow: workflow.id, version: workflow.version, sha256: workflow.sha256))
        _ = try await installation.register.apply(command, sources: sources)
        return (workflow, .published)
    }

    /// Publishes every workflow file of the configured folder as the machine's own act; returns what is new.
    package func publishFolder() async throws -> [Workflow] {
        var published: [Workflow] = []
        for file in try folder() {
            if let workflow = try await publishOfFolder(file) { published.append(workflow) }
        }
        return published
    }

    /// The workflow files of the configured folder by name.
    ///
    /// - Throws: ``FileFault`` when the folder cannot be read.
    func folder() throws(FileFault) -> [String] {
        let folder = installation.settings.workflowsFolder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .unreadable(folder)
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// Publishes one of them as the machine's own act; nil when it was published before.
    func publishOfFolder(_ name: String) async throws -> Workflow? {
        let files = try DefinitionFiles(path: "\(installation.settings.workflowsFolder)/\(name)")
        let (workflow, outcome) = try await publish(files, by: nil, channel: .system, operator: nil)
        return outcome == .published ? workflow : nil
    }
}

extension Refusal {
    fileprivate static func alreadyPublished(_ workflow: Workflow) -> Refusal {
        let name = "\(workflow.id)@\(workflow.version)"
        return Refusal(
            code: "already_published",
            text: LocalizedText(
                fr: "\(name) est déjà publié avec un autre contenu : donnez une nouvelle version au fichier.",
                en: "\(name) was published with another content: give the file a new version."))
    }
}

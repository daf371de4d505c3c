package import Agreements
import Definitions
import Engine
import Foundation
import Storage
import Synchronization

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

    /// Reads and checks one file; its includes lie beside it.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding; ``FileFault`` when it cannot be read.
    package static func load(_ path: String, zone: Zone) throws -> (
        workflow: Workflow, sources: [String: String]
    ) {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let sources = CollectedSources()
        func bytes(_ name: String) -> [UInt8]? {
            guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
            sources.note(name, String(decoding: data, as: UTF8.self))
            return Array(data)
        }
        guard let main = bytes(url.lastPathComponent) else { throw FileFault.unreadable(path) }
        let workflow = try WorkflowLoader(zone: zone).load(
            WorkflowSources(name: url.lastPathComponent, bytes: main, include: { bytes($0) }))
        return (workflow, sources.all.renaming(url.lastPathComponent, to: "\(workflow.id).yaml"))
    }

    /// Publishes a file, unless its version was published before.
    ///
    /// - Throws: as ``load(_:zone:)``; a ``Refusal`` when that version was published with another content.
    package func publish(_ path: String, by actor: Person.ID?, operator: String?) async throws -> (
        Workflow, Outcome
    ) {
        let (workflow, sources) = try Self.load(path, zone: installation.institution.zone)
        if let known = try await installation.catalogue.workflowSources(
            workflow.id, version: workflow.version)?.workflow
        {
            guard known.sha256 == workflow.sha256 else { throw Refusal.alreadyPublished(workflow) }
            return (workflow, .unchanged)
        }
        let command = RegisterCommand(
            requestID: "publish/\(workflow.id)/\(workflow.version)", actor: actor, channel: .commandLine,
            operator: `operator`,
            change: .workflowPublished(
                workflow: workflow.id, version: workflow.version, sha256: workflow.sha256))
        _ = try await installation.register.apply(command, sources: sources)
        return (workflow, .published)
    }

    /// Publishes every workflow file of the configured folder; returns what is new.
    package func publishFolder() async throws -> [Workflow] {
        let folder = installation.settings.workflowsFolder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".yaml")
        }
        var published: [Workflow] = []
        for name in names.sorted() {
            let (workflow, outcome) = try await publish("\(folder)/\(name)", by: nil, operator: nil)
            if outcome == .published { published.append(workflow) }
        }
        return published
    }
}

/// A file that a command names cannot be read.
package enum FileFault: Error, CustomStringConvertible {
    case unreadable(String)

    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read: check the name and its permissions"
        }
    }
}

private final class CollectedSources: Sendable {
    private let texts = Mutex<[String: String]>([:])

    var all: [String: String] { texts.withLock(\.self) }

    func note(_ name: String, _ text: String) { texts.withLock { $0[name] = text } }
}

extension [String: String] {
    fileprivate func renaming(_ old: String, to new: String) -> [String: String] {
        var renamed = self
        renamed[new] = renamed.removeValue(forKey: old)
        return renamed
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

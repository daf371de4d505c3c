package import Agreements
package import Definitions
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

    /// Reads one file and checks its form and names; its includes lie beside it.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding; ``FileFault`` when it cannot be read.
    package static func load(_ path: String, zone: Zone) throws -> (
        workflow: Workflow, sources: [String: String]
    ) {
        let file = try OpenedFile(path)
        let workflow = try WorkflowLoader(zone: zone).load(file.sources)
        return (workflow, file.texts(main: workflow.id))
    }

    /// Puts one file through the whole proof gate.
    ///
    /// - Throws: ``FileFault`` when it cannot be read; what is wrong with it is in the proof.
    package static func prove(_ path: String, zone: Zone) throws -> (proof: Proof, sources: [String: String])
    {
        let file = try OpenedFile(path)
        let proof = WorkflowLoader(zone: zone).prove(file.sources)
        return (proof, file.texts(main: proof.workflow?.id ?? ""))
    }

    /// The workflow of a file that the gate lets through; the same bytes are proved once in a process.
    ///
    /// A proof takes seconds: it runs on a thread of its own, so that nothing else waits for it.
    private func proved(
        _ path: String, _ loaded: (workflow: Workflow, sources: [String: String])
    ) async throws -> (Workflow, sources: [String: String]) {
        let zone = installation.institution.zone
        if Self.proven.withLock({ $0.contains(loaded.workflow.sha256) }) { return loaded }
        let (workflow, sources) = try await Self.onOwnThread {
            let (proof, sources) = try Self.prove(path, zone: zone)
            return (try proof.soundWorkflow(), sources)
        }
        Self.proven.withLock { _ = $0.insert(workflow.sha256) }
        return (workflow, sources)
    }

    private static func onOwnThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try body() }) }
            thread.stackSize = 16 * 1_048_576
            thread.start()
        }
    }

    private static let proven = Mutex<Set<String>>([])

    /// Publishes a file that the proof gate lets through, unless its version was published before.
    ///
    /// - Throws: as ``load(_:zone:)``; a ``Refusal`` when that version was published with another content.
    package func publish(_ path: String, by actor: Person.ID?, operator: String?) async throws -> (
        Workflow, Outcome
    ) {
        let loaded = try Self.load(path, zone: installation.institution.zone)
        let found = loaded.workflow
        if let known = try await installation.catalogue.workflowSources(
            found.id, version: found.version)?.workflow
        {
            guard known.sha256 == found.sha256 else { throw Refusal.alreadyPublished(found) }
            return (found, .unchanged)
        }
        let (workflow, sources) = try await proved(path, loaded)
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

/// A workflow file with what it includes, as far as it was read.
private struct OpenedFile {
    let sources: WorkflowSources
    private let read = CollectedSources()
    private let name: String

    init(_ path: String) throws {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let read = self.read
        func bytes(_ name: String) -> [UInt8]? {
            guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
            read.note(name, String(decoding: data, as: UTF8.self))
            return Array(data)
        }
        name = url.lastPathComponent
        guard let main = bytes(name) else { throw FileFault.unreadable(path) }
        sources = WorkflowSources(name: name, bytes: main, include: { bytes($0) })
    }

    /// The texts that were read, the main file named after the workflow.
    func texts(main: String) -> [String: String] { read.all.renaming(name, to: "\(main).yaml") }
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

package import Agreements
import Definitions
package import Engine
package import Storage
import Synchronization

/// The published workflows, read once each: a published version never changes.
package final class PublishedLibrary: Sendable {
    private let catalogue: Catalogue
    private let zone: Zone
    private let known = Mutex<[String: Workflow]>([:])

    package init(_ catalogue: Catalogue, zone: Zone) {
        self.catalogue = catalogue
        self.zone = zone
    }

    /// The engine's port.
    package var port: Library { Library { id, version in try await self.workflow(id, version) } }

    /// - Throws: ``StorageFault/tampered(_:)`` when the stored files are not those that were published;
    ///   ``InvalidDefinition`` when this release cannot read what an earlier one published.
    package func workflow(_ id: String, _ version: String?) async throws -> Workflow? {
        if let version, let workflow = known.withLock({ $0["\(id)@\(version)"] }) { return workflow }
        guard let published = try await catalogue.workflowSources(id, version: version) else { return nil }
        if let workflow = known.withLock({ $0["\(id)@\(published.workflow.version)"] }) { return workflow }
        let sources = WorkflowSources(published: id, files: published.files)
        let workflow = try WorkflowLoader(zone: zone).load(sources)
        guard workflow.sha256 == published.workflow.sha256 else {
            throw StorageFault.tampered("the files of \(id)@\(published.workflow.version)")
        }
        known.withLock { $0["\(id)@\(published.workflow.version)"] = workflow }
        return workflow
    }
}

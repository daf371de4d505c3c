package import Agreements
package import Definitions
package import Engine
package import Storage
import Synchronization

/// The published workflows, read once each: a published version never changes.
package final class PublishedLibrary: Sendable {
    private let store: WorkflowStore
    private let zone: Zone
    private let known = Mutex<[String: Workflow]>([:])

    package init(_ store: WorkflowStore, zone: Zone) {
        self.store = store
        self.zone = zone
    }

    /// The engine's port.
    package var port: Library { Library { id, version in try await self.workflow(id, version) } }

    /// - Throws: ``InvalidDefinition`` when this release cannot read what an earlier one published.
    package func workflow(_ id: String, _ version: String?) async throws -> Workflow? {
        if let version, let workflow = known.withLock({ $0["\(id)@\(version)"] }) { return workflow }
        guard let published = try await store.published(id, version) else { return nil }
        if let workflow = known.withLock({ $0["\(id)@\(published.version)"] }) { return workflow }
        let sources = WorkflowSources(
            name: "\(id).yaml", text: published.sources["\(id).yaml"] ?? "", included: published.sources)
        let workflow = try WorkflowLoader(zone: zone).load(sources)
        known.withLock { $0["\(id)@\(published.version)"] = workflow }
        return workflow
    }
}

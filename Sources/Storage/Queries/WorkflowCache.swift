package import Agreements
package import Engine
import Synchronization

/// The engine's ``Library`` over the published definitions; each version is compiled once in a process.
package final class WorkflowCache: Sendable {
    /// Makes a checked workflow of a definition's files.
    package typealias Compile = @Sendable (_ files: [String: String]) throws -> Workflow

    private let catalogue: Catalogue
    private let compile: Compile
    private let compiled = Mutex<[String: Workflow]>([:])

    package init(_ catalogue: Catalogue, compile: @escaping Compile) {
        self.catalogue = catalogue
        self.compile = compile
    }

    /// The engine's port.
    package var library: Library {
        Library { id, version in try await self.workflow(id, version) }
    }

    /// A version never changes, so it is kept for ever; which version is the newest is asked each time.
    private func workflow(_ id: String, _ version: String?) async throws -> Workflow? {
        if let version, let known = compiled.withLock({ $0["\(id)@\(version)"] }) { return known }
        guard let row = try await catalogue.workflowSources(id, version: version) else { return nil }
        let key = "\(id)@\(row.workflow.version)"
        if let known = compiled.withLock({ $0[key] }) { return known }
        let workflow = try compile(row.files)
        compiled.withLock { $0[key] = workflow }
        return workflow
    }
}

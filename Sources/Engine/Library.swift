package import Agreements

/// The published workflows, by name and version.
package struct Library: Sendable {
    /// The definition of that version, or the newest when `version` is nil; nil when there is none.
    package var workflow: @Sendable (_ id: String, _ version: String?) async throws -> Workflow?

    package init(workflow: @escaping @Sendable (String, String?) async throws -> Workflow?) {
        self.workflow = workflow
    }
}

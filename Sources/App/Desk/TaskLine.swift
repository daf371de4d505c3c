package import Agreements
package import Storage

/// An open task with the words of its definition.
package struct TaskLine: Sendable, Hashable {
    package var row: TaskRow
    package var title: LocalizedText
    /// The last hour, in the institution's zone.
    package var due: String?
    /// What narrowing persons are called.
    package var names: [String: String]
    /// What failed and what to do about it; nil for a step of a definition.
    package var operation: Operation?

    /// Something of the office's own.
    package struct Operation: Sendable, Hashable {
        package var row: OpsRow
        /// The commands that end it.
        package var hint: LocalizedText
    }
}

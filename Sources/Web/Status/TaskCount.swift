package import Agreements

/// How many open tasks wait for one role, and since when the oldest does.
package struct TaskCount: Sendable, Equatable {
    /// The role's name as the definitions give it.
    package var role: LocalizedText
    package var open: Int
    package var oldest: Instant?

    package init(role: LocalizedText, open: Int, oldest: Instant?) {
        self.role = role
        self.open = open
        self.oldest = oldest
    }
}

package import Agreements
package import FoundationEssentials

/// A one-time code on its way to the reader of a notice.
package struct Passcode: Sendable, Hashable {
    package var id: UUID
    package var name: String
    package var address: String
    /// The languages of its notice, such as `fr` or `fr, en`.
    package var languages: [Language]
    package var createdAt: Instant
    /// Whether it can still be used.
    package var isOpen: Bool

    package init(
        id: UUID, name: String, address: String, languages: [Language], createdAt: Instant, isOpen: Bool
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.languages = languages
        self.createdAt = createdAt
        self.isOpen = isOpen
    }
}

package import Agreements

/// An event as a reader needs it: names and erasable values filled in where they still are.
package struct ToldEvent: Sendable, Hashable {
    package var event: Event
    /// Who acted, by name; the cause where no person did.
    package var actor: String
    package var onBehalfOf: String?
    /// Whose act was recorded from paper.
    package var recorded: String?
    /// The reason that was given; nil when there was none or it was eliminated.
    package var reason: String?
    package var isReasonEliminated = false
    /// The other texts that the act carried, by field, as long as they are there.
    package var texts: [String: String] = [:]
}

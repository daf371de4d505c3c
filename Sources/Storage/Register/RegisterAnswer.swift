package import Agreements

/// Where a change of the register was recorded; the same for every arrival of its request.
package struct RegisterAnswer: Codable, Sendable, Hashable {
    /// `register`, or the id of a call.
    package var stream: String
    package var seq: Int
    /// When it was recorded.
    package var at: Instant
    package var hash: String
}

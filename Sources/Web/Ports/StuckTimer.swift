package import Agreements

/// A timer whose consequence is impossible: its file waits until the cause is mended, or the timer is left out.
package struct StuckTimer: Sendable, Hashable {
    package var name: String
    package var file: LocalizedText
    package var filePath: String
    /// Why it cannot be served.
    package var cause: LocalizedText
    /// When it was due.
    package var since: Instant

    /// One timer of these parts.
    package init(
        name: String, file: LocalizedText, filePath: String, cause: LocalizedText, since: Instant
    ) {
        (self.name, self.file, self.filePath) = (name, file, filePath)
        (self.cause, self.since) = (cause, since)
    }

    /// Where its page is.
    package static func path(of id: String) -> String { "/ops/timers/\(id)" }
}

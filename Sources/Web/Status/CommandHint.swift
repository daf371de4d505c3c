package import Agreements

/// A command line that the start page shows.
package struct CommandHint: Sendable, Equatable {
    /// What to type, for instance `entente status`.
    package var line: String
    package var meaning: LocalizedText

    package init(_ line: String, _ meaning: LocalizedText) {
        self.line = line
        self.meaning = meaning
    }
}

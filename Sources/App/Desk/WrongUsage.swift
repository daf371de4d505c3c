package import Agreements

/// A value on the command line that cannot be read: what, where, and how it is written.
package struct WrongUsage: Error, Sendable, Hashable, CustomStringConvertible {
    /// The option or argument, such as `--closes`.
    package let option: String
    package let problem: String
    /// The same for readers of pages; nil where only the terminal says it.
    package let words: LocalizedText?

    /// What only the terminal says.
    package init(_ option: String, _ problem: String) {
        self.option = option
        self.problem = problem
        words = nil
    }

    /// What pages say, too.
    package init(_ option: String, _ words: LocalizedText) {
        self.option = option
        problem = words.en
        self.words = words
    }

    /// One line.
    package var description: String { "\(option): \(problem)" }
}

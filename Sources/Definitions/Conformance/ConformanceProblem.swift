/// Why a suite could not be run at all: nothing was judged.
package struct ConformanceProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of problem.
    package enum Kind: Sendable, Hashable {
        /// The path is not there or cannot be read.
        case unreadable
        /// What is there is no suite: no manifest, or one of another form.
        case notASuite
    }

    /// What kind of problem.
    package let kind: Kind
    /// The path as it was given, with what is wrong with it, in one line.
    package let description: String

    init(_ kind: Kind, _ path: String, _ message: String) {
        self.kind = kind
        description = "\(path): \(message)"
    }
}

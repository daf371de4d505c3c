/// A value on the command line that cannot be read: what, where, and how it is written.
package struct WrongUsage: Error, Sendable, Hashable, CustomStringConvertible {
    /// The option or argument, such as `--closes`.
    package let option: String
    package let problem: String

    package init(_ option: String, _ problem: String) {
        self.option = option
        self.problem = problem
    }

    /// One line.
    package var description: String { "\(option): \(problem)" }
}

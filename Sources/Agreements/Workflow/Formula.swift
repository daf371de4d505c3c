package import Expressions

/// A checked CEL expression of a definition, with its place in the file.
package struct Formula: Sendable {
    package var program: Program
    /// `file:line:column`, for messages.
    package var place: String

    package init(_ program: Program, place: String) {
        self.program = program
        self.place = place
    }

    /// The expression as it was written.
    package var source: String { program.source }
}

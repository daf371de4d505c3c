package import Expressions

/// A checked CEL expression of a definition, with its place in the file.
package struct Formula: Sendable {
    package var program: Program
    /// `file:line:column`, for messages.
    package var place: String
    /// The types that its value may have; empty where any will do.
    package var types: [CELType]

    package init(_ program: Program, place: String, types: [CELType] = []) {
        self.program = program
        self.place = place
        self.types = types
    }

    /// The expression as it was written.
    package var source: String { program.source }
}

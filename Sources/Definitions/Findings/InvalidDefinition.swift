/// Everything that is wrong with a file and what it includes, in the order of the text.
package struct InvalidDefinition: Error, Sendable, Equatable, CustomStringConvertible {
    package let findings: [Finding]

    /// One finding a line.
    package var description: String { findings.map(\.description).joined(separator: "\n") }
}

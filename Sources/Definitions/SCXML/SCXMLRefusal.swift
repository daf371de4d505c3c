/// Why a document was refused: every finding, in document order as far as it could be read.
package struct SCXMLRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    package let findings: [SCXMLFinding]

    package var description: String { findings.map(\.description).joined(separator: "\n") }
}

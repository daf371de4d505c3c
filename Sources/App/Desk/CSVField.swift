/// One field of a CSV text, with the place where it begins.
package struct CSVField: Sendable, Hashable {
    package var text: String
    /// From 1.
    package var line: Int
    /// From 1, in code points.
    package var column: Int
}

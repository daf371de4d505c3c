/// A field of a map that an expression reads without a test that it is there.
package struct Selection: Sendable, Hashable {
    /// The variable and the fields, such as `vars`, `unitVisa`.
    package let path: [String]
    /// Where it is read, in UTF-8 bytes of the source.
    package let span: Span

    /// The path with dots.
    package var dotted: String { path.joined(separator: ".") }
}

/// A stretch of the source, in UTF-8 bytes from its start.
package struct Span: Sendable, Hashable {
    /// Where it begins.
    package var start: Int
    /// The first byte after it.
    package var end: Int

    func through(_ other: Span) -> Span { Span(start: start, end: other.end) }
}

/// A stretch of the source, in UTF-8 bytes from its start.
struct Span: Sendable, Hashable {
    var start: Int
    var end: Int

    func through(_ other: Span) -> Span { Span(start: start, end: other.end) }
}

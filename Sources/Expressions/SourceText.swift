/// The text of an expression: finds the line and column of an offset and the text of a span.
struct SourceText: Sendable {
    let text: String

    /// Line and column from 1; a column counts code points.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in text.utf8.prefix(max(offset, 0)) {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    func text(of span: Span) -> String {
        String(decoding: text.utf8.prefix(span.end).dropFirst(span.start), as: UTF8.self)
    }

    func error(_ message: String, at span: Span, suggestion: String? = nil) -> ExpressionError {
        let (line, column) = place(of: span.start)
        return ExpressionError(
            message: message, line: line, column: column, offset: span.start, suggestion: suggestion)
    }
}

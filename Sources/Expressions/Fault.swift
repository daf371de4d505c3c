/// A failure while running, before its place is looked up in the source.
struct Fault: Error {
    let kind: EvaluationError.Kind
    let message: String
    var span: Span?

    init(_ kind: EvaluationError.Kind, _ message: String, at span: Span? = nil) {
        self.kind = kind
        self.message = message
        self.span = span
    }

    /// The same failure with a place, if it had none yet.
    func at(_ place: Span) -> Fault { span == nil ? Fault(kind, message, at: place) : self }

    func error(in source: SourceText) -> EvaluationError {
        let span = span ?? Span(start: 0, end: source.text.utf8.count)
        let (line, column) = source.place(of: span.start)
        return EvaluationError(
            kind: kind, message: message, line: line, column: column, source: source.text(of: span))
    }
}

/// A text or value that is either written down or computed when it is needed (`event` or `eventexpr`).
///
/// Where a value is wanted, a literal is what the data model reads from that text.
package enum Source<Expression: Sendable>: Sendable {
    case literal(String)
    case expression(Expression)
}

extension Source: Equatable where Expression: Equatable {}

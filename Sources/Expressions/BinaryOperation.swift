/// An operation with two operands.
final class BinaryOperation: Sendable {
    let operation: Operation
    let left: Node
    let right: Node
    let span: Span

    init(_ operation: Operation, _ left: Node, _ right: Node, _ span: Span) {
        self.operation = operation
        self.left = left
        self.right = right
        self.span = span
    }
}

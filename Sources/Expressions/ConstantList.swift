/// A list of literals: made once, and charged as if it were made each time.
final class ConstantList: Sendable {
    let value: Value
    let cost: Int
    let items: [Node]
    let span: Span

    init(_ value: Value, cost: Int, _ items: [Node], _ span: Span) {
        self.value = value
        self.cost = cost
        self.items = items
        self.span = span
    }
}

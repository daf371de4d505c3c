/// A compiled expression: names are resolved to slots and paths, calls to operations.
///
/// What guards are mostly made of lies in the node itself.
enum Node: Sendable {
    case constant(Value)
    case read(ReadPath)
    case hasPath(ReadPath)
    case local(Int)
    indirect case select(Node, field: String, Span)
    indirect case has(Node, field: String, Span)
    case list([Node], Span)
    case constantList(ConstantList)
    case map([(key: Node, value: Node)], Span)
    case and([Node], Span)
    case or([Node], Span)
    indirect case conditional(Node, Node, Node, Span)
    indirect case operation(Operation, [Node], Span)
    case binary(BinaryOperation)
    indirect case matches(Node, Pattern, Span)
    indirect case call([Function], [Node], reading: [ReadPath], Span)
    indirect case loop(Loop)
    /// What is known to fail: an unknown function of an open environment.
    indirect case failure(Fault)
}

/// A macro that loops.
struct Loop: Sendable {
    let kind: MacroKind
    let target: Node
    /// The local that holds the element.
    let slot: Int
    let condition: Node?
    let transform: Node?
    let span: Span
}

extension Node {
    /// The node of an operation.
    static func applying(_ operation: Operation, _ operands: [Node], _ span: Span) -> Node {
        guard operands.count == 2 else { return .operation(operation, operands, span) }
        return .binary(BinaryOperation(operation, operands[0], operands[1], span))
    }
}

/// A compiled expression: names are resolved to slots and paths, calls to operations.
///
/// What guards are mostly made of lies in the node itself.
enum Node: Sendable {
    case constant(Value)
    case read(ReadPath)
    case hasPath(ReadPath)
    /// The name of a type, which a variable may bear too where none need be declared: the variable, if bound.
    indirect case typeOrRead(String, ReadPath)
    case local(Int)
    indirect case select(Node, field: String, Span)
    indirect case has(Node, field: String, Span)
    case list([Node], Span)
    case constantList(ConstantList)
    case map([(key: Node, value: Node)], Span)
    case and([Node], Span)
    case or([Node], Span)
    indirect case conditional(Node, Node, Node, Span)
    indirect case operation(Operation, Node, Span)
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
    /// The node of an operation with one operand or two: there are no others.
    static func applying(_ operation: Operation, _ operands: [Node], _ span: Span) -> Node {
        precondition((1...2).contains(operands.count), "The count of operands is checked before.")
        guard operands.count == 2 else { return .operation(operation, operands[0], span) }
        return .binary(BinaryOperation(operation, operands[0], operands[1], span))
    }
}

/// A compiled expression: names are resolved to slots and paths, calls to operations.
indirect enum Node: Sendable {
    case constant(Value)
    case read(ReadPath)
    case hasPath(ReadPath)
    case local(Int)
    case select(Node, field: String, Span)
    case has(Node, field: String, Span)
    case list([Node], Span)
    case map([(key: Node, value: Node)], Span)
    case and([Node], Span)
    case or([Node], Span)
    case conditional(Node, Node, Node, Span)
    case operation(Operation, [Node], Span)
    case matches(Node, Pattern, Span)
    case call([Function], [Node], reading: [ReadPath], Span)
    case loop(Loop)
    /// What is known to fail: an unknown function of an open environment.
    case failure(Fault)
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

/// A chain of constant fields from a variable, with the numbers under which reads of its parts are kept.
struct ReadPath: Sendable {
    let variable: String
    let fields: [String]
    /// For the variable and after each field: the number of the value read there.
    let valueReads: [Int]
    /// For each field: the number of the answer "is it there".
    let presenceReads: [Int]
    let span: Span
}

/// A node of the syntax tree, with the stretch of source that it was read from.
struct Syntax: Sendable {
    indirect enum Kind: Sendable {
        case literal(Value)
        /// A variable; `absolute` when written `.x`, which no macro variable hides.
        case name(String, absolute: Bool)
        case select(Syntax, field: String)
        case has(Syntax, field: String)
        case list([Syntax])
        case map([(key: Syntax, value: Syntax)])
        case and([Syntax])
        case or([Syntax])
        case conditional(Syntax, Syntax, Syntax)
        /// An operator, by its sign; `-` and `!` with one operand are the unary ones.
        case operation(String, [Syntax])
        case index(Syntax, Syntax)
        case call(String, target: Syntax?, [Syntax])
        case macro(Macro)
    }

    /// A loop over a list or the keys of a map.
    struct Macro: Sendable {
        let kind: MacroKind
        let target: Syntax
        let variable: String
        /// The condition: absent for the two-argument `map`.
        let condition: Syntax?
        /// The result of each turn: for `map` only.
        let transform: Syntax?
    }

    let kind: Kind
    var span: Span
    /// The height of the tree under this node, itself included.
    let depth: Int
}

/// The macros that loop.
enum MacroKind: String, Sendable {
    case all
    case exists
    case existsOne = "exists_one"
    case filter
    case map
}

extension Syntax {
    init(_ kind: Kind, at span: Span) {
        self.kind = kind
        self.span = span
        depth = 1 + (kind.children.map(\.depth).max() ?? 0)
    }
}

extension Syntax.Kind {
    /// The nodes directly below, in the order of the source.
    var children: [Syntax] {
        switch self {
        case .literal, .name: []
        case .select(let operand, _), .has(let operand, _): [operand]
        case .list(let items), .and(let items), .or(let items), .operation(_, let items): items
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .index(let operand, let index): [operand, index]
        case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
        case .macro(let macro): [macro.target] + [macro.condition, macro.transform].compactMap { $0 }
        }
    }
}

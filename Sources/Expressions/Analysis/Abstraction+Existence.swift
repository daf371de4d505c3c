extension Abstraction {
    /// `exists(x, a || b)` as what is so of a or of b; `exists(x, a && b)` with what it says of each alone.
    mutating func existence(_ macro: Syntax.Macro, _ tree: Syntax) -> Condition {
        switch macro.condition?.positive.kind {
        case .or(let terms)?: return .or(terms.map { condition(tree.with(macro, asking: $0)) })
        case .and(let terms)?:
            let whole = truth(of: term(tree))
            return .and([whole] + terms.map { condition(tree.with(macro, asking: $0)) })
        default: return truth(of: term(tree))
        }
    }
}

extension Syntax {
    fileprivate func with(_ macro: Macro, asking condition: Syntax) -> Syntax {
        Syntax(
            .macro(
                Macro(
                    kind: macro.kind, target: macro.target, variable: macro.variable, condition: condition,
                    transform: nil)),
            at: span)
    }

    /// The same with a negation of `&&` and `||` put at their terms.
    fileprivate var positive: Syntax {
        guard case .operation("!", let operands) = kind, operands.count == 1 else { return self }
        switch operands[0].kind {
        case .operation("!", let inner) where inner.count == 1: return inner[0].positive
        case .and(let terms): return Syntax(.or(terms.map(\.denied)), at: span)
        case .or(let terms): return Syntax(.and(terms.map(\.denied)), at: span)
        default: return self
        }
    }

    private var denied: Syntax { Syntax(.operation("!", [self]), at: span) }
}

/// Two sides that an expression compares, as far as they can be named.
package struct Comparison: Sendable, Hashable {
    /// One side.
    package enum Side: Sendable, Hashable {
        /// What stands at a path, with dots.
        case path(String)
        case text(String)
        /// What a function gives.
        case call(String)
        case other
    }

    /// `==`, `!=`, a sign of order, or `in` for each literal of a list in which something is looked for.
    package let sign: String
    package let left: Side
    package let right: Side
    /// Where it stands, in UTF-8 bytes.
    package let span: Span
}

extension Program {
    /// What the expression compares by `==`, `!=`, order and `in`, in the order of the source.
    package var comparisons: [Comparison] {
        var found: [Comparison] = []
        tree.collectComparisons(into: &found)
        return found.sorted { $0.span.start < $1.span.start }
    }
}

extension Syntax {
    private static let signs: Set<String> = ["==", "!=", "<", "<=", ">", ">="]

    fileprivate func collectComparisons(into found: inout [Comparison]) {
        if case .operation(let sign, let operands) = kind, operands.count == 2, Self.signs.contains(sign) {
            found.append(
                Comparison(sign: sign, left: operands[0].side, right: operands[1].side, span: span))
        }
        if case .operation("in", let operands) = kind, operands.count == 2,
            case .list(let elements) = operands[1].kind
        {
            found += elements.map {
                Comparison(sign: "in", left: operands[0].side, right: $0.side, span: $0.span)
            }
        }
        for child in kind.children { child.collectComparisons(into: &found) }
    }

    private var side: Comparison.Side {
        if let chain = Compiler.chain(of: self) {
            return .path(([chain.root] + chain.fields).joined(separator: "."))
        }
        switch kind {
        case .literal(.string(let text)): return .text(text)
        case .call(let name, nil, _): return .call(name)
        default: return .other
        }
    }
}

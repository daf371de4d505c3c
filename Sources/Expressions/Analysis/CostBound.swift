/// Bounds what an evaluation can cost, from assumed sizes of what it reads.
struct CostBound {
    let abstraction: Abstraction
    /// The most elements of lists, by dotted path.
    let sizes: [String: Int]
    /// The most elements of a list that `sizes` does not name.
    let otherSize: Int
    private var locals: [String] = []

    init(_ abstraction: Abstraction, sizes: [String: Int], otherSize: Int) {
        self.abstraction = abstraction
        self.sizes = sizes
        self.otherSize = otherSize
    }

    /// The most steps that running the tree takes.
    mutating func cost(_ tree: Syntax) -> Int {
        if case .macro(let macro) = tree.kind { return cost(macro) }
        if let chain = Compiler.chain(of: tree) { return 1 + chain.fields.count + 1 }
        let own = 1 + (tree.isComparison ? 2 : 0)
        if case .conditional(let test, let yes, let no) = tree.kind {
            return sum([own, cost(test), max(cost(yes), cost(no))])
        }
        if case .operation("in", let operands) = tree.kind {
            return sum([own, 2 * size(operands[1])] + operands.map { cost($0) })
        }
        return sum([own] + tree.kind.children.map { cost($0) })
    }

    private mutating func cost(_ macro: Syntax.Macro) -> Int {
        let target = cost(macro.target)
        let count = size(macro.target)
        locals.append(macro.variable)
        let turn = sum([1] + [macro.condition, macro.transform].compactMap { $0 }.map { cost($0) })
        locals.removeLast()
        let (loop, overflows) = turn.multipliedReportingOverflow(by: count)
        return overflows ? .max : sum([1, target, loop, count])
    }

    /// The most elements of a list.
    private func size(_ tree: Syntax) -> Int {
        switch tree.kind {
        case .list(let items): return items.count
        case .macro(let macro): return size(macro.target)
        case .conditional(_, let yes, let no): return max(size(yes), size(no))
        case .operation("+", let operands): return sum(operands.map { size($0) })
        default: break
        }
        guard let chain = Compiler.chain(of: tree), chain.absolute || !locals.contains(chain.root) else {
            return otherSize
        }
        let steps = [chain.root] + chain.fields
        if case .value(.list(let items)) = abstraction.known(path: steps) { return items.count }
        return sizes[Abstraction.spelling(steps)] ?? otherSize
    }

    private func sum(_ parts: [Int]) -> Int {
        parts.reduce(0) { total, part in
            let (sum, overflows) = total.addingReportingOverflow(part)
            return overflows ? .max : sum
        }
    }
}

extension Syntax {
    fileprivate var isComparison: Bool {
        if case .operation(_, let operands) = kind { operands.count == 2 } else { false }
    }
}

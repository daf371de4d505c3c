/// Bounds what an evaluation can cost, from assumed sizes of what it reads.
struct CostBound {
    let abstraction: Abstraction
    let sizes: CostSizes
    /// The macro variables around a part, with the types of what they stand for.
    private var locals: [(name: String, type: CELType)] = []

    init(_ abstraction: Abstraction, sizes: CostSizes) {
        self.abstraction = abstraction
        self.sizes = sizes
    }

    /// The most steps that running the tree takes.
    mutating func cost(_ tree: Syntax) -> Int {
        if case .macro(let macro) = tree.kind { return cost(macro) }
        if let chain = Compiler.chain(of: tree) { return 1 + chain.fields.count + 1 }
        if case .conditional(let test, let yes, let no) = tree.kind {
            return sum([1, cost(test), max(cost(yes), cost(no))])
        }
        return sum([1, ownCost(tree)] + tree.kind.children.map { cost($0) })
    }

    private mutating func cost(_ macro: Syntax.Macro) -> Int {
        let target = cost(macro.target)
        let count = size(macro.target)
        locals.append((macro.variable, type(of: macro.target).element))
        let turn = sum([1] + [macro.condition, macro.transform].compactMap { $0 }.map { cost($0) })
        locals.removeLast()
        return sum([1, target, product(turn, count), count])
    }

    /// What a node charges beside its step, as ``Machine`` does.
    private func ownCost(_ tree: Syntax) -> Int {
        switch tree.kind {
        case .list(let items): return sum(items.map { weight($0, ofText: sizes.text) })
        case .map(let entries): return sum(entries.map { weight($0.value, ofText: sizes.text) })
        case .operation("in", let operands): return searchCost(operands[0], in: operands[1])
        case .operation("+", let operands) where operands.count == 2:
            return sum(operands.map { weight($0, ofText: sizes.text) })
        case .operation(_, let operands) where operands.count == 2:
            return min(weight(operands[0]), weight(operands[1]))
        case .call(let name, let target, let arguments):
            return callCost(name, [target].compactMap { $0 } + arguments)
        default: return 0
        }
    }

    private func searchCost(_ item: Syntax, in list: Syntax) -> Int {
        let own = weight(item)
        if case .list(let items) = list.kind { return sum(items.map { min(own, weight($0)) }) }
        return product(size(list), min(own, weight(of: type(of: list).element)))
    }

    private func callCost(_ name: String, _ operands: [Syntax]) -> Int {
        let text = sizes.text / 64 + 1
        switch (name, operands.count) {
        case ("matches", 2):
            guard case .literal(.string(let pattern)) = operands[1].kind else {
                return sizes.text + Pattern.cost(bytes: sizes.text, instructions: sizes.text)
            }
            let count = (try? Pattern(pattern).instructions.count) ?? 0
            return Pattern.cost(bytes: sizes.text, instructions: count)
        case ("contains", 2): return text * text
        case ("startsWith", 2), ("endsWith", 2), ("string", 1), ("bytes", 1), ("size", 1): return text
        default: return 0
        }
    }

    // MARK: Sizes

    /// The most elements of a list.
    private func size(_ tree: Syntax) -> Int {
        switch tree.kind {
        case .list(let items): return items.count
        case .macro(let macro): return size(macro.target)
        case .conditional(_, let yes, let no): return max(size(yes), size(no))
        case .operation("+", let operands): return sum(operands.map { size($0) })
        default: break
        }
        guard let steps = path(of: tree) else { return sizes.other }
        if case .value(.list(let items)) = abstraction.known(path: steps) { return items.count }
        return sizes.lists[Abstraction.spelling(steps)] ?? sizes.other
    }

    /// What comparing a value costs at most; the texts that are compared are codes, names and hashes.
    private func weight(_ tree: Syntax, ofText text: Int = 64) -> Int {
        switch tree.kind {
        case .literal(.string(let string)): return 1 + string.utf8.count / 64
        case .literal: return 1
        case .list(let items): return sum([1] + items.map { 1 + weight($0, ofText: text) })
        case .conditional(_, let yes, let no): return max(weight(yes, ofText: text), weight(no, ofText: text))
        case .operation("+", let operands): return sum(operands.map { weight($0, ofText: text) })
        default:
            let type = type(of: tree)
            guard case .list(let element) = type else { return weight(of: type, ofText: text) }
            return sum([1, product(size(tree), 1 + weight(of: element, ofText: text))])
        }
    }

    private func weight(of type: CELType, ofText text: Int = 64) -> Int {
        switch type {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: 1
        case .string, .bytes, .dyn: 1 + text / 64
        case .nullable(let inner): weight(of: inner, ofText: text)
        case .list(let element): sum([1, product(sizes.other, 1 + weight(of: element, ofText: text))])
        case .map(_, let value): sum([1, product(sizes.other, 1 + weight(of: value, ofText: text))])
        case .object(let name):
            sum(
                [1]
                    + (abstraction.environment.objects[name] ?? [:]).values.map {
                        1 + weight(of: $0, ofText: text)
                    })
        }
    }

    // MARK: Types

    private func type(of tree: Syntax) -> CELType {
        switch tree.kind {
        case .literal(let value): return CELType(of: value)
        case .list(let items): return .list(items.first.map { type(of: $0) } ?? .dyn)
        case .macro(let macro) where macro.kind == .filter: return type(of: macro.target)
        case .conditional(_, let yes, _): return type(of: yes)
        case .operation("+", let operands): return operands.first.map { type(of: $0) } ?? .dyn
        default: break
        }
        guard let chain = Compiler.chain(of: tree) else { return .dyn }
        if let steps = path(of: tree) { return abstraction.type(ofPath: steps) }
        let local = locals.last { $0.name == chain.root }?.type ?? .dyn
        return chain.fields.reduce(local) { abstraction.environment.type(of: $1, in: $0) }
    }

    /// The path that a tree reads; nil where it reads none, or that of a macro variable.
    private func path(of tree: Syntax) -> [String]? {
        guard let chain = Compiler.chain(of: tree),
            chain.absolute || !locals.contains(where: { $0.name == chain.root })
        else { return nil }
        return [chain.root] + chain.fields
    }

    private func sum(_ parts: [Int]) -> Int {
        parts.reduce(0) { total, part in
            let (sum, overflows) = total.addingReportingOverflow(part)
            return overflows ? .max : sum
        }
    }

    private func product(_ one: Int, _ other: Int) -> Int {
        let (product, overflows) = one.multipliedReportingOverflow(by: other)
        return overflows ? .max : product
    }
}

/// The sizes of values that a bound assumes.
package struct CostSizes: Sendable {
    /// The most elements of lists, by dotted path.
    package var lists: [String: Int]
    /// The most elements of a list that `lists` does not name.
    package var other: Int
    /// The most bytes of a text that a function runs over.
    package var text: Int

    /// Sizes of these numbers.
    package init(lists: [String: Int], other: Int, text: Int) {
        self.lists = lists
        self.other = other
        self.text = text
    }
}

extension CELType {
    /// What a list of this type holds.
    fileprivate var element: CELType {
        switch unwrapped {
        case .list(let element): element
        case .map(let key, _): key
        default: .dyn
        }
    }
}

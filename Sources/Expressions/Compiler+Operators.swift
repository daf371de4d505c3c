extension Compiler {
    mutating func bools(_ terms: [Syntax], _ sign: String) throws(ExpressionError) -> [Node] {
        var nodes: [Node] = []
        for term in terms {
            let typed = try compile(term)
            if !typed.type.fits(.bool) {
                try refuse(
                    "`\(sign)` needs a bool, but this is \(Wording.article(typed.type)).", at: term.span)
            }
            nodes.append(typed.node)
        }
        return nodes
    }

    mutating func conditional(
        _ test: Syntax, _ yes: Syntax, _ no: Syntax, at span: Span
    ) throws(ExpressionError) -> Typed {
        let test = try bools([test], "?:")[0]
        let (yes, no) = (try compile(yes), try compile(no))
        let type = yes.type.joined(with: no.type)
        if type.isDyn, !yes.type.isDyn, !no.type.isDyn, !environment.mixesResults {
            try refuse("The results of `?:` differ: \(yes.type) and \(no.type).", at: span)
        }
        return Typed(node: .conditional(test, yes.node, no.node, span), type: type)
    }

    mutating func list(_ items: [Syntax], at span: Span) throws(ExpressionError) -> Typed {
        var nodes: [Node] = []
        var element: CELType?
        for item in items {
            let typed = try compile(item)
            nodes.append(typed.node)
            element = element?.joined(with: typed.type) ?? typed.type
        }
        return Typed(node: list(of: nodes, span), type: .list(element ?? .dyn))
    }

    /// A list of literals is made here, so that it need not be made each time.
    private func list(of nodes: [Node], _ span: Span) -> Node {
        let literals = nodes.count { if case .constant = $0 { true } else { false } }
        var machine = Machine(
            bindings: ValueMap(), zones: environment.zones, costMax: .max, reads: 0, slots: 0)
        guard literals == nodes.count, let value = try? machine.list(nodes, at: span) else {
            return .list(nodes, span)
        }
        return .constantList(ConstantList(value, cost: machine.cost, nodes, span))
    }

    mutating func map(_ entries: [(key: Syntax, value: Syntax)], at span: Span) throws(ExpressionError)
        -> Typed
    {
        var nodes: [(key: Node, value: Node)] = []
        var types: (key: CELType, value: CELType)?
        for entry in entries {
            let (key, value) = (try compile(entry.key), try compile(entry.value))
            if ![CELType.bool, .int, .uint, .string, .dyn].contains(key.type) {
                try refuse("A map cannot have \(Wording.article(key.type)) as a key.", at: entry.key.span)
            }
            nodes.append((key.node, value.node))
            types = (
                types?.key.joined(with: key.type) ?? key.type,
                types?.value.joined(with: value.type) ?? value.type
            )
        }
        return Typed(node: .map(nodes, span), type: .map(types?.key ?? .dyn, types?.value ?? .dyn))
    }

    mutating func operation(
        _ sign: String, _ operands: [Syntax], at span: Span
    ) throws(ExpressionError) -> Typed {
        var typed: [Typed] = []
        for operand in operands { typed.append(try compile(operand)) }
        let nodes = typed.map(\.node)
        if typed.count == 1 {
            let operation = sign == "!" ? Operation.not : .negate
            let type = try resolve(sign, Standard.overloads[sign + "_"] ?? [], typed.map(\.type), at: span)
            return Typed(node: .applying(operation, nodes, span), type: type)
        }
        let operation = Operation.binary[sign] ?? .equal
        let type = try type(of: operation, sign, typed[0].type, typed[1].type, at: span)
        return Typed(node: .applying(operation, nodes, span), type: type)
    }

    private func type(
        of operation: Operation, _ sign: String, _ left: CELType, _ right: CELType, at span: Span
    ) throws(ExpressionError) -> CELType {
        switch operation {
        case .equal, .notEqual:
            if !left.fits(right), !right.fits(left) {
                let (a, b) = (Wording.article(left), Wording.article(right))
                try refuse(
                    "`\(sign)` compares \(a) with \(b): both have to be of one type.",
                    at: span)
            }
            return .bool
        case .contained: return try membership(of: left, in: right, at: span)
        case .add:
            switch (left.unwrapped, right.unwrapped) {
            case (.list(let a), .list(let b)): return .list(a.joined(with: b))
            case (.list, .dyn), (.dyn, .list): return .list(.dyn)
            default: break
            }
        default: break
        }
        return try resolve(sign, Standard.overloads[sign] ?? [], [left, right], at: span)
    }

    private func membership(of item: CELType, in group: CELType, at span: Span) throws(ExpressionError)
        -> CELType
    {
        switch group.unwrapped {
        case .dyn: break
        case .list(let element):
            if !item.fits(element), !element.fits(item) {
                try refuse(
                    "`in` looks for \(Wording.article(item)) in \(Wording.article(group)): it holds another type.",
                    at: span)
            }
        case .map(let key, _):
            if !item.fits(key) {
                try refuse(
                    "`in` looks for \(Wording.article(item)) in \(Wording.article(group)): it holds another type.",
                    at: span)
            }
        default:
            try refuse(
                "`in` needs a list or a map on its right, but this is \(Wording.article(group)).", at: span)
        }
        return .bool
    }

    /// The result type of the overloads that the operands fit; `dyn` when they give different ones.
    func resolve(
        _ name: String, _ overloads: [Overload], _ operands: [CELType], at span: Span
    ) throws(ExpressionError) -> CELType {
        let fitting = overloads.filter { overload in
            overload.parameters.count == operands.count
                && zip(operands, overload.parameters).allSatisfy { $0.unwrapped.fits($1) }
        }
        guard let first = fitting.first else {
            let types = operands.map(\.description).joined(separator: ", ")
            try refuse("`\(name)` is not defined for (\(types)).", at: span)
            return .dyn
        }
        return fitting.allSatisfy { $0.result == first.result } ? first.result : .dyn
    }
}

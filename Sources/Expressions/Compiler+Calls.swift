extension Compiler {
    mutating func index(_ operand: Syntax, _ index: Syntax, at tree: Syntax) throws(ExpressionError) -> Typed
    {
        let (target, key) = (try compile(operand), try compile(index))
        if target.type.hasTextKeys, let chain = Self.chain(of: tree),
            let read = try read(chain, at: tree.span)
        {
            return read
        }
        let node = Node.applying(.index, [target.node, key.node], tree.span)
        switch target.type.unwrapped {
        case .list(let element):
            if !key.type.fits(.int) {
                try refuse(
                    "A list is indexed by an int, not by \(Wording.article(key.type)).", at: index.span)
            }
            return Typed(node: node, type: element)
        case .map(let asked, let value):
            try checkKey(key.type, of: asked, at: index.span)
            return Typed(node: node, type: value)
        case .dyn: return Typed(node: node, type: .dyn)
        default:
            try refuse("There are no elements in \(Wording.article(target.type)).", at: tree.span)
            return Typed(node: node, type: .dyn)
        }
    }

    func checkKey(_ key: CELType, of asked: CELType, at span: Span) throws(ExpressionError) {
        guard !key.fits(asked) else { return }
        try refuse(
            "This map is indexed by \(Wording.article(asked)), not by \(Wording.article(key)).", at: span)
    }

    mutating func call(
        _ name: String, on target: Syntax?, _ arguments: [Syntax], at span: Span
    ) throws(ExpressionError) -> Typed {
        let isReceiver = target != nil
        let added = environment.functions[name]?.filter { $0.isReceiver == isReceiver } ?? []
        let standard = Standard.overloads[name]?.filter { $0.isReceiver == isReceiver } ?? []
        guard !added.isEmpty || !standard.isEmpty else { return try unknown(name, isReceiver, at: span) }
        var typed: [Typed] = []
        for operand in (target.map { [$0] } ?? []) + arguments { typed.append(try compile(operand)) }
        if !added.isEmpty { return try call(added, typed, at: span) }
        let type = try resolve(name, standard, typed.map(\.type), at: span)
        guard standard.contains(where: { $0.parameters.count == typed.count }) else {
            return mismatch(of: name, typed.count, at: span)
        }
        return Typed(node: try folded(standard[0].operation, typed.map(\.node), at: span), type: type)
    }

    /// A call that no overload can take, whatever the types are.
    private func mismatch(of name: String, _ count: Int, at span: Span) -> Typed {
        let operands = count == 1 ? "1 operand" : "\(count) operands"
        let fault = Fault(.noSuchOverload, "`\(name)` is not defined for \(operands).", at: span)
        return Typed(node: .failure(fault), type: .dyn)
    }

    private func unknown(_ name: String, _ isReceiver: Bool, at span: Span) throws(ExpressionError) -> Typed {
        let added = environment.functions.values.joined().filter { $0.isReceiver == isReceiver }.map(\.name)
        let standard = Standard.overloads.filter { $0.value.contains { $0.isReceiver == isReceiver } }.keys
        let macros = isReceiver ? ["all", "exists", "exists_one", "filter", "map"] : ["has"]
        let operators = Set(["!_", "-_"]).union(Operation.binary.keys)
        let known = (added + standard + macros).filter { !operators.contains($0) }
        try refuse(
            "Unknown function `\(name)`\(isReceiver ? " on a value" : "").", at: span,
            suggestion: Suggestion.closest(to: name, in: known))
        let fault = Fault(.unknownFunction, "There is no function `\(name)`.", at: span)
        return Typed(node: .failure(fault), type: .dyn)
    }

    private mutating func call(
        _ functions: [Function], _ operands: [Typed], at span: Span
    ) throws(ExpressionError) -> Typed {
        let fitting = functions.filter { function in
            function.parameters.count == operands.count
                && (environment.isOpen
                    || zip(operands, function.parameters).allSatisfy { $0.type.fits($1) })
        }
        guard let first = fitting.first else {
            let types = operands.map(\.type.description).joined(separator: ", ")
            try refuse("`\(functions[0].name)` is not defined for (\(types)).", at: span)
            return mismatch(of: functions[0].name, operands.count, at: span)
        }
        let reading = first.reading.map { readPath(Chain(root: $0, absolute: true), at: span) }
        let type = fitting.allSatisfy { $0.result == first.result } ? first.result : .dyn
        return Typed(node: .call(fitting, operands.map(\.node), reading: reading, span), type: type)
    }

    /// Does at load what needs no variable: patterns, and timestamps and durations from text.
    private func folded(
        _ operation: Operation, _ operands: [Node], at span: Span
    ) throws(ExpressionError) -> Node {
        do throws(Fault) {
            switch (operation, operands.last) {
            case (.matches, .constant(.string(let pattern))):
                return .matches(operands[0], try Pattern(pattern), span)
            case (.toTimestamp, .constant(let value)), (.toDuration, .constant(let value)):
                return .constant(try operation == .toTimestamp ? value.toTimestamp() : value.toDuration())
            default: return .applying(operation, operands, span)
            }
        } catch {
            try refuse(error.message, at: span)
            return .failure(error.at(span))
        }
    }
}

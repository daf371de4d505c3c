extension Machine {
    func truth(of value: Value, at span: Span) throws(Fault) -> Bool {
        guard case .bool(let truth) = value else {
            throw Fault(
                .noSuchOverload, "Expected a bool, but got \(Wording.article(value.typeName)).", at: span)
        }
        return truth
    }

    /// `&&` (deciding: false) or `||` (deciding: true): one deciding term decides, whatever fails beside it.
    mutating func connect(_ terms: [Node], deciding: Bool, at span: Span) throws(Fault) -> Value {
        var failure: Fault?
        for term in terms {
            do throws(Fault) {
                if try truth(of: try run(term), at: span) == deciding { return .bool(deciding) }
            } catch {
                failure = try absorb(error, after: failure)
            }
        }
        if let failure { throw failure }
        return .bool(!deciding)
    }

    /// The failure to report later if nothing decides; an exceeded cost is never put off.
    func absorb(_ fault: Fault, after earlier: Fault?) throws(Fault) -> Fault {
        guard fault.kind != .costExceeded else { throw fault }
        return earlier ?? fault
    }

    mutating func list(_ items: [Node], at span: Span) throws(Fault) -> Value {
        var values: [Value] = []
        values.reserveCapacity(items.count)
        for item in items { values.append(try run(item)) }
        for value in values { try chargeWeight(of: value) }
        return .list(values)
    }

    /// A list that is made already; where its cost is too much, it is made again to find where that was.
    mutating func constant(_ list: ConstantList) throws(Fault) -> Value {
        guard list.cost <= costMax - cost else { return try self.list(list.items, at: list.span) }
        try charge(list.cost)
        return list.value
    }

    mutating func map(_ entries: [(key: Node, value: Node)], at span: Span) throws(Fault) -> Value {
        var pairs: [(MapKey, Value)] = []
        for entry in entries {
            let key = try run(entry.key)
            guard let key = MapKey(key) else {
                throw Fault(
                    .noSuchOverload, "A map cannot have \(Wording.article(key.typeName)) as a key.", at: span)
            }
            let value = try run(entry.value)
            try chargeWeight(of: value)
            pairs.append((key, value))
        }
        guard let map = ValueMap(pairs: pairs) else {
            throw Fault(.repeatedKey, "A key occurs twice in the map.", at: span)
        }
        return .map(map)
    }

    mutating func call(
        _ functions: [Function], _ arguments: [Node], _ reading: [ReadPath], at span: Span
    ) throws(Fault) -> Value {
        var values: [Value] = []
        for argument in arguments { values.append(try run(argument)) }
        guard let function = functions.first(where: { $0.admits(values) }) else {
            let types = values.map(\.typeName).joined(separator: ", ")
            throw Fault(.noSuchOverload, "`\(functions[0].name)` is not defined for (\(types)).", at: span)
        }
        for path in reading { values.append(try read(path)) }
        let result: Value
        do throws(Function.Failure) {
            result = try function.implementation(values)
        } catch {
            throw Fault(.functionFailed, error.message, at: span)
        }
        try chargeWeight(of: result)
        return result
    }
}

extension Machine {
    /// Runs a macro over the elements of a list or the keys of a map.
    mutating func turn(_ loop: Loop) throws(Fault) -> Value {
        let elements = try elements(of: try run(loop.target), at: loop.span)
        return switch loop.kind {
        case .all: try decide(loop, elements, deciding: false)
        case .exists: try decide(loop, elements, deciding: true)
        case .existsOne: .bool(try select(loop, elements).count == 1)
        case .filter: .list(try select(loop, elements))
        case .map: try transform(loop, elements)
        }
    }

    private func elements(of value: Value, at span: Span) throws(Fault) -> [Value] {
        switch value {
        case .list(let items): return items
        case .map(let map): return map.entries.map(\.key.value)
        default:
            throw Fault(
                .noSuchOverload, "There are no elements to go through in \(Wording.article(value.typeName)).",
                at: span)
        }
    }

    /// `all` and `exists`: as `&&` and `||` over the elements.
    private mutating func decide(_ loop: Loop, _ elements: [Value], deciding: Bool) throws(Fault) -> Value {
        var failure: Fault?
        for element in elements {
            locals[loop.slot] = element
            do throws(Fault) {
                if try passes(loop) == deciding { return .bool(deciding) }
            } catch {
                failure = try absorb(error, after: failure)
            }
        }
        if let failure { throw failure }
        return .bool(!deciding)
    }

    private mutating func passes(_ loop: Loop) throws(Fault) -> Bool {
        guard let condition = loop.condition else { return true }
        return try truth(of: try run(condition), at: loop.span)
    }

    private mutating func select(_ loop: Loop, _ elements: [Value]) throws(Fault) -> [Value] {
        var selected: [Value] = []
        for element in elements {
            locals[loop.slot] = element
            if try passes(loop) { selected.append(element) }
        }
        try charge(selected.count)
        return selected
    }

    private mutating func transform(_ loop: Loop, _ elements: [Value]) throws(Fault) -> Value {
        var results: [Value] = []
        for element in elements {
            locals[loop.slot] = element
            guard try passes(loop), let transform = loop.transform else { continue }
            let result = try run(transform)
            try chargeWeight(of: result)
            results.append(result)
        }
        return .list(results)
    }
}

extension Machine {
    mutating func read(_ path: ReadPath) throws(Fault) -> Value {
        let value = try walk(path, path.steps.count)
        record(path.read(before: path.steps.count), value)
        return value
    }

    mutating func has(_ path: ReadPath) throws(Fault) -> Bool {
        let last = path.steps.count - 1
        let value = try walk(path, last)
        guard case .map(let map) = value else { throw wrongOperand(value, of: path, last) }
        let answer = map.value(of: path.steps[last].field) != nil
        record(path.steps[last].presenceRead, .bool(answer))
        return answer
    }

    /// The value after the first `count` fields; where that fails, what decided the failure counts as read.
    private mutating func walk(_ path: ReadPath, _ count: Int) throws(Fault) -> Value {
        guard var value = bindings.value(of: path.variable) else {
            throw Fault(.unboundVariable, "The variable `\(path.variable.name)` has no value.", at: path.span)
        }
        for index in 0..<count {
            try charge(1)
            guard case .map(let map) = value else { throw wrongOperand(value, of: path, index) }
            guard let next = map.value(of: path.steps[index].field) else { throw missing(path, index) }
            value = next
        }
        return value
    }

    private mutating func missing(_ path: ReadPath, _ step: Int) -> Fault {
        record(path.steps[step].presenceRead, false)
        return Fault(.noSuchField, "There is no field `\(path.steps[step].field.name)`.", at: path.span)
    }

    private mutating func wrongOperand(_ value: Value, of path: ReadPath, _ step: Int) -> Fault {
        record(path.read(before: step), value)
        return Self.noFields(in: value, path.steps[step].field.name).at(path.span)
    }

    static func noFields(in value: Value, _ field: String) -> Fault {
        if case .null = value {
            return Fault(.nullValue, "The value is null, so it has no field `\(field)`.")
        }
        return Fault(
            .noSuchOverload,
            "There are no fields in \(Wording.article(value.typeName)), so there is no `\(field)`.")
    }

    func select(_ field: String, from value: Value, at span: Span) throws(Fault) -> Value {
        guard case .map(let map) = value else { throw Self.noFields(in: value, field).at(span) }
        guard let found = map[field] else {
            throw Fault(.noSuchField, "There is no field `\(field)`.", at: span)
        }
        return found
    }

    func has(_ field: String, in value: Value, at span: Span) throws(Fault) -> Value {
        guard case .map(let map) = value else { throw Self.noFields(in: value, field).at(span) }
        return .bool(map[field] != nil)
    }
}

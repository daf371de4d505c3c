extension Machine {
    mutating func read(_ path: ReadPath) throws(Fault) -> Value {
        let value = try walk(path, path.fields.count)
        if let last = path.valueReads.last { record(last, value) }
        return value
    }

    mutating func has(_ path: ReadPath) throws(Fault) -> Bool {
        let last = path.fields.count - 1
        let value = try walk(path, last)
        guard case .map(let map) = value else { throw wrongOperand(value, of: path.fields[last], path, last) }
        let answer = map[path.fields[last]] != nil
        record(path.presenceReads[last], .bool(answer))
        return answer
    }

    /// The value after the first `count` fields; where that fails, what decided the failure counts as read.
    private mutating func walk(_ path: ReadPath, _ count: Int) throws(Fault) -> Value {
        guard var value = bindings[path.variable] else {
            throw Fault(.unboundVariable, "The variable `\(path.variable)` has no value.", at: path.span)
        }
        for index in 0..<count {
            let field = path.fields[index]
            try charge(1)
            guard case .map(let map) = value else { throw wrongOperand(value, of: field, path, index) }
            guard let next = map[field] else {
                record(path.presenceReads[index], false)
                throw Fault(.noSuchField, "There is no field `\(field)`.", at: path.span)
            }
            value = next
        }
        return value
    }

    private mutating func wrongOperand(_ value: Value, of field: String, _ path: ReadPath, _ index: Int)
        -> Fault
    {
        record(path.valueReads[index], value)
        return Self.noFields(in: value, field).at(path.span)
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

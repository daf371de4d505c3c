/// Makes plain values of declared types, to complete a witness.
struct Samples {
    private let environment: Environment
    private let domains: Domains
    private static let depthMax = 4
    private static let textsMax = 3
    private static let elementsMax = 8

    init(_ abstraction: Abstraction) {
        environment = abstraction.environment
        domains = abstraction.domains
    }

    /// A value for each variable, with what is known of them.
    func branches(_ variant: Int, knowing knowledge: Knowledge) -> Branches {
        var branches = Branches()
        for name in environment.variables.keys.sorted()
        where !domains.unbound.contains(name) || variant != 1 {
            branches.set(value(at: [name], variant), at: [name])
        }
        for (path, value) in knowledge.values.sorted(by: { $0.key < $1.key }) {
            branches.set(value, at: Read(path: path, value: .null).steps[...])
        }
        return branches
    }

    /// A value for a path; `variant` tells apart lists of 0, 1, 2 elements and the values in them.
    func value(at path: [String], _ variant: Int) -> Value {
        let key = Abstraction.spelling(path)
        let domain = domains.paths[key]
        if let example = domain?.example { return example }
        if let choices = domain?.choices, !choices.isEmpty { return choices[variant % choices.count] }
        if domain?.days != nil { return "2017-01-01" }
        let type = domain?.type ?? type(of: path)
        guard case .map = Kind(of: type), path.count <= Self.depthMax else {
            return value(of: type, count: variant % 3, variant)
        }
        var fields: [String: Value] = [:]
        for field in self.fields(of: type) { fields[field] = value(at: path + [field], variant) }
        for (name, domain) in domains.paths where domain.isRequired {
            let steps = Read(path: name, value: .null).steps
            guard steps.count == path.count + 1, Array(steps.dropLast()) == path else { continue }
            fields[steps[path.count]] = value(at: steps, variant)
        }
        return .object(fields)
    }

    /// A value of a type; lists and texts have `count` elements.
    func value(of type: CELType, count: Int, _ variant: Int, depth: Int = 0) -> Value {
        switch type {
        case .bool: return .bool(variant.isMultiple(of: 2))
        case .int: return .int(Int64(variant))
        case .uint: return .uint(UInt64(variant))
        case .double: return .double(Double(variant))
        case .string: return .string(String(repeating: "x", count: count))
        case .bytes: return .bytes(Array(repeating: 0, count: count))
        case .timestamp: return Value.timestamp(seconds: 1_483_228_800 + Int64(variant)) ?? .null
        case .duration, .null, .type: return .null
        case .dyn, .nullable: return .string("x")
        case .list(let element):
            return .list(
                (0..<count).map { index in
                    depth > 2 ? .null : value(of: element, count: 1, variant / 3 + index, depth: depth + 1)
                })
        case .map, .object:
            guard depth <= 2 else { return .object([:]) }
            return object(type, count, variant, depth)
        }
    }

    /// Elements of a type that differ in these fields: texts are those of the literals or none of them.
    ///
    /// Of an object with too many such fields there are only some.
    func elements(of type: CELType, differingIn fields: Set<String>, _ literals: Set<Value>) -> [Value] {
        let texts = literals.filter { if case .string = $0 { true } else { false } }.sorted {
            $0.description < $1.description
        }
        func values(of type: CELType) -> [Value] {
            switch type {
            case .bool: [true, false]
            case .string: Array(texts.prefix(Self.textsMax)) + ["another"]
            default: [value(of: type, count: 1, 0)]
            }
        }
        guard case .object = type else { return values(of: type) }
        var elements = [value(of: type, count: 1, 0)]
        for field in self.fields(of: type) where fields.contains(field) {
            let values = values(of: fieldType(field, type))
            guard elements.count * values.count <= Self.elementsMax else { continue }
            elements = elements.flatMap { element in values.map { element.setting([field: $0]) } }
        }
        return elements
    }

    private func object(_ type: CELType, _ count: Int, _ variant: Int, _ depth: Int) -> Value {
        var fields: [String: Value] = [:]
        for field in self.fields(of: type) {
            fields[field] = value(of: fieldType(field, type), count: count, variant, depth: depth + 1)
        }
        if case .map(.string, let element) = type {
            for index in 0..<count {
                fields["x\(index)"] = value(of: element, count: 1, variant, depth: depth + 1)
            }
        }
        return .object(fields)
    }

    private func fields(of type: CELType) -> [String] {
        guard case .object(let name) = type else { return [] }
        return (environment.objects[name] ?? [:]).keys.sorted()
    }

    private func fieldType(_ field: String, _ type: CELType) -> CELType {
        guard case .object(let name) = type else { return .dyn }
        return environment.objects[name]?[field] ?? .dyn
    }

    private func type(of path: [String]) -> CELType {
        if let type = domains.paths[Abstraction.spelling(path)]?.type { return type }
        guard path.count > 1 else { return environment.variables[path[0]] ?? .dyn }
        switch type(of: path.dropLast()) {
        case .map(_, let value): return value
        case let holder: return fieldType(path[path.count - 1], holder)
        }
    }
}

extension Value {
    /// An object with other values of some fields; of anything else itself.
    func setting(_ fields: [String: Value]) -> Value {
        guard case .map(let map) = self else { return self }
        let pairs = map.entries.map { entry in
            guard case .string(let name) = entry.key, let value = fields[name] else {
                return (entry.key, entry.value)
            }
            return (entry.key, value)
        }
        return ValueMap(pairs: pairs).map { .map($0) } ?? self
    }

    /// The instant so many seconds after 1970 began; nil beyond the range of times.
    static func timestamp(seconds: Int64) -> Value? {
        Timestamp(seconds: seconds).map { .timestamp($0) }
    }
}

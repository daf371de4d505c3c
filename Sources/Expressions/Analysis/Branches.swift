/// Bindings while they are put together from values at paths.
struct Branches {
    private(set) var values: [String: Value] = [:]

    mutating func set(_ value: Value, at steps: ArraySlice<String>) {
        guard let root = steps.first else { return }
        values[root] = Self.setting(value, at: steps.dropFirst(), in: values[root])
    }

    /// Makes a map at the path, so that what is missing in it is what fails.
    mutating func open(_ steps: ArraySlice<String>) {
        guard let root = steps.first else { return }
        values[root] = Self.opening(steps.dropFirst(), in: values[root])
    }

    mutating func remove(_ steps: ArraySlice<String>) {
        guard let root = steps.first else { return }
        values[root] = Self.removing(steps.dropFirst(), in: values[root])
    }

    private static func fields(_ value: Value?) -> [String: Value] {
        guard case .map(let map)? = value else { return [:] }
        var fields: [String: Value] = [:]
        for entry in map.entries { if case .string(let name) = entry.key { fields[name] = entry.value } }
        return fields
    }

    private static func setting(_ value: Value, at steps: ArraySlice<String>, in whole: Value?) -> Value {
        guard let step = steps.first else { return value }
        var fields = fields(whole)
        fields[step] = setting(value, at: steps.dropFirst(), in: fields[step])
        return .object(fields)
    }

    private static func opening(_ steps: ArraySlice<String>, in whole: Value?) -> Value {
        var fields = fields(whole)
        guard let step = steps.first else { return .object(fields) }
        fields[step] = opening(steps.dropFirst(), in: fields[step])
        return .object(fields)
    }

    private static func removing(_ steps: ArraySlice<String>, in whole: Value?) -> Value? {
        guard let step = steps.first else { return nil }
        var fields = fields(whole)
        fields[step] = removing(steps.dropFirst(), in: fields[step])
        return .object(fields)
    }
}

extension Branches {
    /// Sets a value where there is none.
    mutating func fill(_ value: Value, at steps: ArraySlice<String>) {
        guard let root = steps.first, var present = values[root] else { return set(value, at: steps) }
        for step in steps.dropFirst() {
            guard case .map(let map) = present, let next = map[step] else { return set(value, at: steps) }
            present = next
        }
    }
}

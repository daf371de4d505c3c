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

    private static func map(_ value: Value?) -> ValueMap {
        if case .map(let map)? = value { map } else { ValueMap() }
    }

    private static func setting(_ value: Value, at steps: ArraySlice<String>, in whole: Value?) -> Value {
        guard let step = steps.first else { return value }
        let map = map(whole)
        return .map(map.setting(step, to: setting(value, at: steps.dropFirst(), in: map[step])))
    }

    private static func opening(_ steps: ArraySlice<String>, in whole: Value?) -> Value {
        let map = map(whole)
        guard let step = steps.first else { return .map(map) }
        return .map(map.setting(step, to: opening(steps.dropFirst(), in: map[step])))
    }

    private static func removing(_ steps: ArraySlice<String>, in whole: Value?) -> Value? {
        guard let step = steps.first else { return nil }
        let map = map(whole)
        guard let rest = removing(steps.dropFirst(), in: map[step]) else { return .map(map.removing(step)) }
        return .map(map.setting(step, to: rest))
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

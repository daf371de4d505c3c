/// A map value: entries sorted by key, whatever the order in which it was built.
///
/// Look-up is a binary search. Int and uint keys of one value are one key.
package struct ValueMap: Sendable, Hashable {
    /// One key with its value.
    package struct Entry: Sendable, Hashable {
        /// The key.
        package let key: MapKey
        /// What stands under it.
        package let value: Value
    }

    /// All entries in the order of their keys.
    package let entries: [Entry]

    /// A map with text keys.
    package init(_ fields: [String: Value] = [:]) {
        entries = fields.map { Entry(key: .string($0.key), value: $0.value) }
            .sorted { CodePoints.order($0.key.text, $1.key.text) == .less }
    }

    /// A map of pairs, or nil when a key occurs twice (1 and 1u are the same key).
    package init?(pairs: [(MapKey, Value)]) {
        let sorted = pairs.map { Entry(key: $0.0, value: $0.1) }
            .sorted { MapKey.order($0.key, $1.key) == .less }
        for (entry, next) in zip(sorted, sorted.dropFirst()) where MapKey.order(entry.key, next.key) == .same
        {
            return nil
        }
        entries = sorted
    }

    /// The same entries, with another value under a text key that is there.
    package func replacing(_ field: String, by value: Value) -> ValueMap {
        ValueMap(sorted: entries.map { $0.key == .string(field) ? Entry(key: $0.key, value: value) : $0 })
    }

    /// The same entries, with this value under a text key, whether or not it was there.
    func setting(_ field: String, to value: Value) -> ValueMap {
        let (place, isThere) = place(of: field)
        var entries = entries
        entries.replaceSubrange(
            place..<(isThere ? place + 1 : place), with: [Entry(key: .string(field), value: value)])
        return ValueMap(sorted: entries)
    }

    /// The same entries without that of a text key.
    func removing(_ field: String) -> ValueMap {
        let (place, isThere) = place(of: field)
        guard isThere else { return self }
        var entries = entries
        entries.remove(at: place)
        return ValueMap(sorted: entries)
    }

    private init(sorted entries: [Entry]) { self.entries = entries }

    /// The number of entries.
    package var count: Int { entries.count }

    /// The value under a key, nil when there is none.
    package subscript(key: MapKey) -> Value? {
        search { MapKey.order($0, key) }
    }

    /// The value under a text key, nil when there is none.
    package subscript(field: String) -> Value? {
        let (place, isThere) = place(of: field)
        return isThere ? entries[place].value : nil
    }

    /// Where the entry of a text key stands, or would stand.
    private func place(of field: String) -> (index: Int, isThere: Bool) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            guard case .string(let text) = entries[middle].key else {
                low = middle + 1
                continue
            }
            switch CodePoints.order(text, field) {
            case .same: return (middle, true)
            case .less: low = middle + 1
            case .greater, .none: high = middle
            }
        }
        return (low, false)
    }

    /// The value of a field, looked for in its usual place first; nil when there is none.
    func value(of field: Field) -> Value? {
        var place = min(field.place, entries.count - 1)
        // Where other fields are missing, it lies a little before.
        while place >= 0, place + 3 > field.place {
            if field.isNamed(by: entries[place].key) { return entries[place].value }
            place -= 1
        }
        return self[field.name]
    }

    private func search(_ place: (MapKey) -> Order) -> Value? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            switch place(entries[middle].key) {
            case .same: return entries[middle].value
            case .less: low = middle + 1
            case .greater, .none: high = middle
            }
        }
        return nil
    }
}

extension MapKey {
    fileprivate var text: String {
        if case .string(let text) = self { text } else { "" }
    }
}

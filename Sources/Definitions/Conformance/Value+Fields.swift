import Expressions

/// Reading JSON that was read as a value.
extension Value {
    func field(_ name: String) -> Value? {
        guard case .map(let map) = self else { return nil }
        return map[name]
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    var whole: Int64? {
        guard case .int(let number) = self else { return nil }
        return number
    }

    var items: [Value]? {
        guard case .list(let items) = self else { return nil }
        return items
    }

    /// The texts of a list of nothing else.
    var texts: [String]? {
        guard let items else { return nil }
        let texts = items.compactMap(\.text)
        return texts.count == items.count ? texts : nil
    }

    /// The members of a JSON object.
    var members: [(name: String, value: Value)]? {
        guard case .map(let map) = self else { return nil }
        return map.entries.compactMap { entry in
            entry.key.value.text.map { (name: $0, value: entry.value) }
        }
    }
}

import Expressions
import Foundation

/// Values with their types spelled out, `{"type": T, "value": V}`, as JSON that was read as a value.
enum TypedValue {
    /// The value that a typed form stands for; nil for what is none.
    static func value(of form: Value) -> Value? {
        guard let type = form.field("type")?.text else { return nil }
        return value(of: type, form.field("value") ?? .null)
    }

    /// The names that a typed form may have.
    static let types: Set<String> = [
        "null", "bool", "int", "uint", "double", "string", "bytes", "list", "map", "timestamp", "duration",
        "type",
    ]

    private static func value(of type: String, _ content: Value) -> Value? {
        switch type {
        case "null": .null
        case "bool": content.flag.map(Value.bool)
        case "list": content.items.flatMap(list)
        case "map": content.items.flatMap(map)
        default: content.text.flatMap { scalar(type, $0) }
        }
    }

    private static func scalar(_ type: String, _ text: String) -> Value? {
        switch type {
        case "int": Int64(text).map(Value.int)
        case "uint": UInt64(text).map(Value.uint)
        case "double": Double(text).map(Value.double)
        case "string": .string(text)
        case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
        case "timestamp": Value.Timestamp(text: text).map(Value.timestamp)
        case "duration": Value.Duration(text: text).map(Value.duration)
        case "type": .type(text)
        default: nil
        }
    }

    private static func list(_ items: [Value]) -> Value? {
        let values = items.compactMap(value(of:))
        return values.count == items.count ? .list(values) : nil
    }

    private static func map(_ pairs: [Value]) -> Value? {
        var entries: [(MapKey, Value)] = []
        for pair in pairs {
            guard let parts = pair.items, parts.count == 2,
                let key = value(of: parts[0]).flatMap({ MapKey($0) }),
                let value = value(of: parts[1])
            else { return nil }
            entries.append((key, value))
        }
        return ValueMap(pairs: entries).map(Value.map)
    }
}

import Agreements
import Expressions
import Foundation

extension TypedValue {
    /// The typed form of a value.
    static func json(_ value: Value) -> JSON {
        switch value {
        case .null: ["type": "null"]
        case .bool(let flag): form("bool", .bool(flag))
        case .int(let number): form("int", .string(String(number)))
        case .uint(let number): form("uint", .string(String(number)))
        case .double(let number): form("double", .string(text(number)))
        case .string(let text): form("string", .string(text))
        case .bytes(let bytes): form("bytes", .string(Data(bytes).base64EncodedString()))
        case .list(let items): form("list", .array(items.map(json)))
        case .map(let map): form("map", .array(map.entries.map { [json($0.key.value), json($0.value)] }))
        case .timestamp(let time): form("timestamp", .string("\(time)"))
        case .duration(let length): form("duration", .string("\(length)"))
        case .type(let name): form("type", .string(name))
        }
    }

    private static func form(_ type: JSON, _ value: JSON) -> JSON { ["type": type, "value": value] }

    private static func text(_ number: Double) -> String {
        number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : "\(number)"
    }
}

/// A value of the expression language (CEL, langdef "Values").
///
/// `==` and `hash(into:)` are strict: int 1, uint 1 and double 1.0 differ, strings differ as soon as one code
/// point does, and NaN is itself. The equality of the language is ``equals(_:)``.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(ValueMap)
    case timestamp(Timestamp)
    case duration(Duration)
    case type(String)

    /// A map with text keys: how a value of an `object` type is represented.
    package static func object(_ fields: [String: Value]) -> Value { .map(ValueMap(fields)) }

    /// The name of the value's type, as `type(x)` gives it.
    package var typeName: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "map"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type: "type"
        }
    }
}

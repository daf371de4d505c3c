import Expressions
import Foundation

/// A value as the conformance suites write it: `{"type": T, "value": V}`.
struct TaggedValue: Decodable {
    let value: Value

    private enum Keys: String, CodingKey { case type, value }

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Keys.self)
        value = try Self.value(of: try box.decode(String.self, forKey: .type), in: box)
    }

    private static func value(of type: String, in box: KeyedDecodingContainer<Keys>) throws -> Value {
        switch type {
        case "null": .null
        case "bool": .bool(try box.decode(Bool.self, forKey: .value))
        case "list": .list(try box.decode([TaggedValue].self, forKey: .value).map(\.value))
        case "map": .map(try map(try box.decode([[TaggedValue]].self, forKey: .value)))
        default: try scalar(type, try box.decode(String.self, forKey: .value))
        }
    }

    private static func scalar(_ type: String, _ text: String) throws -> Value {
        switch type {
        case "int": .int(try known(Int64(text)))
        case "uint": .uint(try known(UInt64(text)))
        case "double": .double(try known(Double(text)))
        case "string": .string(text)
        case "bytes": .bytes(Array(try known(Data(base64Encoded: text))))
        case "timestamp": .timestamp(try known(Value.Timestamp(text: text)))
        case "duration": .duration(try known(Value.Duration(text: text)))
        case "type": .type(text)
        default: throw Unreadable()
        }
    }

    private static func map(_ pairs: [[TaggedValue]]) throws -> ValueMap {
        try known(ValueMap(pairs: pairs.map { (try known(MapKey($0[0].value)), $0[1].value) }))
    }

    private static func known<T>(_ value: T?) throws -> T {
        guard let value else { throw Unreadable() }
        return value
    }

    struct Unreadable: Error {}
}

import Expressions
import FoundationEssentials

extension JSON: Codable {
    /// Tries the most frequent kind first: each failure costs more than a reading.
    package init(from decoder: any Decoder) throws {
        if let scalar = Self.scalar(try decoder.singleValueContainer()) {
            self = scalar
        } else if let members = try? decoder.container(keyedBy: JSONKey.self) {
            var object: [String: JSON] = [:]
            for key in members.allKeys {
                object[key.stringValue] = try members.decode(JSON.self, forKey: key)
            }
            self = .object(object)
        } else if var elements = try? decoder.unkeyedContainer() {
            var array: [JSON] = []
            while !elements.isAtEnd { array.append(try elements.decode(JSON.self)) }
            self = .array(array)
        } else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: Self.inexact))
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) -> JSON? {
        if container.decodeNil() { return .null }
        if let text = try? container.decode(String.self) { return .string(text) }
        if let number = try? container.decode(Int64.self), exact.contains(number) { return .integer(number) }
        if let flag = try? container.decode(Bool.self) { return .bool(flag) }
        return nil
    }

    private static let inexact = "a number must be an integer within ±(2^53 − 1); write decimals as text"

    /// The integers that RFC 8785 keeps exact.
    static let exact: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    /// The numbers that fields of acts and dossiers take: whole ones, 0 or more, that are kept exact.
    package static let wholeNumbers: ClosedRange<Int64> = 0...exact.upperBound

    /// What is told of any other.
    package static let wholeNumberRule = LocalizedText(
        fr:
            "un nombre entier, de 0 à 9\u{202F}007\u{202F}199\u{202F}254\u{202F}740\u{202F}991, comme 15\u{202F}000",
        en: "a whole number from 0 to 9,007,199,254,740,991, such as 15,000")

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: JSONKey.self)
            for (name, value) in members { try container.encode(value, forKey: JSONKey(stringValue: name)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null, .bool, .integer, .string: try encode(scalarTo: encoder)
        }
    }

    private func encode(scalarTo encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .integer(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .array, .object: preconditionFailure("Containers are encoded by the caller.")
        }
    }
}

private struct JSONKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension JSON {
    /// How deep JSON text may nest.
    package static let depthMax = 512

    /// Reads JSON text (RFC 8259).
    ///
    /// - Throws: `DecodingError` when the text is no JSON, has a name twice in one object, or holds a number
    ///   that is not an exact integer.
    package init(parsing text: String) throws {
        let tree: JSONTree
        do { tree = try JSONTree(reading: text, depth: Self.depthMax) } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: error.description))
        }
        self = try JSON(tree)
    }

    private init(_ tree: JSONTree) throws {
        switch tree {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .integer(let number) where Self.exact.contains(number): self = .integer(number)
        case .integer, .decimal:
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: Self.inexact))
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(try elements.map { try JSON($0) })
        case .object(let members):
            self = .object(
                Dictionary(uniqueKeysWithValues: try members.map { ($0.name, try JSON($0.value)) }))
        }
    }

    /// `value` as its `Codable` form.
    package init(encoding value: some Encodable) throws {
        try self.init(parsing: String(decoding: JSONEncoder().encode(value), as: UTF8.self))
    }

    /// Reads a value from its `Codable` form.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: JSONEncoder().encode(self))
    }
}

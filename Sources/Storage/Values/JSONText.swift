import Agreements
import FoundationEssentials
import Postgres

/// Values in their `Codable` form, as columns of type `jsonb` hold them.
enum JSONText {
    static func write(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

extension PostgresJSON {
    /// The `Codable` form of `value`.
    init(of value: some Encodable) throws { self.init(try JSONText.write(value)) }
}

extension Row {
    /// Reads a column of type `jsonb` from its `Codable` form.
    func json<Value: Decodable>(_ type: Value.Type, _ column: String) throws -> Value {
        try JSONText.read(type, try decode(PostgresJSON.self, column).text)
    }

    /// The same of a column that may be null.
    func jsonOrNone<Value: Decodable>(_ type: Value.Type, _ column: String) throws -> Value? {
        try decode(PostgresJSON?.self, column).map { try JSONText.read(type, $0.text) }
    }

    /// Reads a column of type `jsonb` as it is.
    func json(_ column: String) throws -> JSON { try JSON(parsing: decode(PostgresJSON.self, column).text) }
}

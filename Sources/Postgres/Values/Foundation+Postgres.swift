package import FoundationEssentials

extension UUID: PostgresEncodable, PostgresDecodable {
    /// `uuid`.
    package static var postgresType: PostgresType { .uuid }

    /// The usual form with hyphens.
    package var postgresValue: PostgresValue { .text(uuidString) }

    /// Reads the usual form.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(UUID.self) { UUID(uuidString: $0) }
    }
}

extension Data: PostgresEncodable, PostgresDecodable {
    /// `bytea`.
    package static var postgresType: PostgresType { .bytea }

    /// The bytes as they are.
    package var postgresValue: PostgresValue { .binary([UInt8](self)) }

    /// Reads the hex form.
    package init(postgres cell: PostgresCell) throws(PostgresError) { self = Data(try cell.bytes()) }
}

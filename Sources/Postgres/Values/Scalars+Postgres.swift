extension Bool: PostgresEncodable, PostgresDecodable {
    /// `boolean`.
    package static var postgresType: PostgresType { .bool }

    /// One letter, `t` or `f`.
    package var postgresValue: PostgresValue { .text(self ? "t" : "f") }

    /// Reads the letter.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(Bool.self) { $0 == "t" ? true : $0 == "f" ? false : nil }
    }
}

extension PostgresEncodable where Self: FixedWidthInteger {
    /// The decimal digits.
    package var postgresValue: PostgresValue { .text(String(self)) }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    /// Reads a whole number of any width that fits.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(Self.self) { Self($0) }
    }
}

extension Int: PostgresEncodable, PostgresDecodable {
    /// `bigint`.
    package static var postgresType: PostgresType { .int8 }
}

extension Int16: PostgresEncodable, PostgresDecodable {
    /// `smallint`.
    package static var postgresType: PostgresType { .int2 }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    /// `integer`.
    package static var postgresType: PostgresType { .int4 }
}

extension Int64: PostgresEncodable, PostgresDecodable {
    /// `bigint`.
    package static var postgresType: PostgresType { .int8 }
}

extension Double: PostgresEncodable, PostgresDecodable {
    /// `double precision`.
    package static var postgresType: PostgresType { .float8 }

    /// The shortest text that reads back to the same number; `nan`, `inf` and `-inf` are words PostgreSQL
    /// knows.
    package var postgresValue: PostgresValue { .text(description) }

    /// Reads any number as the nearest one.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(Double.self) { Double($0) }
    }
}

extension String: PostgresEncodable, PostgresDecodable {
    /// Inferred, so that a string fits a column of any type.
    package static var postgresType: PostgresType { .inferred }

    /// The text as it is.
    package var postgresValue: PostgresValue { .text(self) }

    /// Reads any type in its text format, as `psql` shows it.
    package init(postgres cell: PostgresCell) throws(PostgresError) { self = try cell.text() }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    /// The type of the value that may be missing.
    package static var postgresType: PostgresType { Wrapped.postgresType }

    /// NULL for `nil`.
    package var postgresValue: PostgresValue { self?.postgresValue ?? .null }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Reads NULL as `nil`; anything else must be readable.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = cell.isNull ? nil : try Wrapped(postgres: cell)
    }
}

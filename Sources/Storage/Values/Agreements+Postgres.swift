package import Agreements
package import Postgres

extension Instant: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `timestamptz`.
    package static var postgresType: PostgresType { PostgresTimestamp.postgresType }
    /// The value as it is sent.
    package var postgresValue: PostgresValue {
        PostgresTimestamp(microseconds: millisecondsSinceEpoch * 1_000).postgresValue
    }

    /// Reads a `timestamptz`, cut to milliseconds.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self.init(microsecondsSinceEpoch: try PostgresTimestamp(postgres: cell).microseconds)
    }
}

extension Day: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `date`.
    package static var postgresType: PostgresType { PostgresDate.postgresType }
    /// The value as it is sent.
    package var postgresValue: PostgresValue { PostgresDate(daysSinceEpoch: daysSinceEpoch).postgresValue }

    /// Reads a `date`.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self.init(daysSinceEpoch: try PostgresDate(postgres: cell).daysSinceEpoch)
    }
}

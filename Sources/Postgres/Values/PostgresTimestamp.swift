/// An instant as `timestamptz` keeps it: microseconds since 1970-01-01T00:00:00Z.
///
/// ``infinity`` and ``minusInfinity`` are the two special values of the type.
package struct PostgresTimestamp: Sendable, Hashable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static let infinity = PostgresTimestamp(microseconds: .max)
    package static let minusInfinity = PostgresTimestamp(microseconds: .min)
}

extension PostgresTimestamp: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `timestamp with time zone`.
    package static var postgresType: PostgresType { .timestamptz }

    /// The ISO form in UTC.
    package var postgresValue: PostgresValue { .text(TimestampText.write(self)) }

    /// Reads the ISO format; every connection's `TimeZone` is UTC.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(Self.self, TimestampText.read)
    }
}

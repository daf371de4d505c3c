/// A value that can be read from a cell of a result.
package protocol PostgresDecodable {
    /// Reads the cell.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`, which names the column and the type, never the value.
    init(postgres cell: PostgresCell) throws(PostgresError)
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    /// Reads the raw value; one that names no case is an error.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        guard let value = Self(rawValue: try RawValue(postgres: cell)) else {
            throw cell.unreadable(as: Self.self)
        }
        self = value
    }
}

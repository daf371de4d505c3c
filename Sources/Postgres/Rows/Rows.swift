/// The rows that a statement gave, and what it did.
///
/// The result is kept as libpq received it; rows and cells are views into it, so holding one row holds them all.
package struct Rows: RandomAccessCollection, Sendable {
    let result: PQResult
    let statement: String?

    /// The position of the first row, 0.
    package var startIndex: Int { 0 }

    /// The number of rows.
    package var endIndex: Int { result.rowCount }

    /// The row at a position.
    package subscript(position: Int) -> Row {
        precondition(indices.contains(position), "a row outside the result")
        return Row(result: result, index: position, statement: statement)
    }

    /// The names of the columns, in order.
    package var columns: [String] { result.columns }

    /// The number of rows that INSERT, UPDATE, DELETE or MERGE changed, or that SELECT gave.
    package var affected: Int { result.affected }
}

extension Rows {
    /// The only row.
    ///
    /// - Throws: ``PostgresError`` of kind `rowCount` when there is none, or more than one.
    package func one() throws(PostgresError) -> Row {
        guard count == 1 else { throw miscounted() }
        return self[0]
    }

    /// The only row, or nil when there is none.
    ///
    /// - Throws: ``PostgresError`` of kind `rowCount` when there is more than one.
    package func oneOrNone() throws(PostgresError) -> Row? {
        guard count <= 1 else { throw miscounted() }
        return first
    }

    /// One column of all rows.
    package func values<Value: PostgresDecodable>(
        _ type: Value.Type, _ column: String
    ) throws(PostgresError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for row in self { values.append(try row.decode(type, column)) }
        return values
    }

    private func miscounted() -> PostgresError {
        var error = PostgresError(.rowCount(count))
        error.statement = statement
        return error
    }
}

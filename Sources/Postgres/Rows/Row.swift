/// One row of a result; its columns are read by name.
package struct Row: Sendable {
    let result: PQResult
    let index: Int
    let statement: String?

    /// Reads a column as the type that the context asks for: `let state: String = try row["state"]`.
    package subscript<Value: PostgresDecodable>(column: String) -> Value {
        get throws(PostgresError) { try decode(Value.self, column) }
    }

    /// Reads a column as a stated type.
    ///
    /// - Throws: ``PostgresError`` of kind `noSuchColumn` or `decoding`, with the column's name and no value.
    package func decode<Value: PostgresDecodable>(
        _ type: Value.Type, _ column: String
    ) throws(PostgresError) -> Value {
        try Value(postgres: try cell(column))
    }

    /// The cell of a column, not read yet.
    package func cell(_ column: String) throws(PostgresError) -> PostgresCell {
        guard let position = result.position(of: column) else {
            var error = PostgresError(.noSuchColumn)
            error.column = column
            error.statement = statement
            throw error
        }
        return cell(at: position)
    }

    /// The cell at a position, counted from 0.
    package func cell(at position: Int) -> PostgresCell {
        precondition(result.columns.indices.contains(position), "a column outside the row")
        let source: PostgresCell.Source =
            result.isNull(row: index, column: position)
            ? .null : .result(result, row: index, column: position)
        return PostgresCell(column: result.columns[position], statement: statement, source: source)
    }
}

/// One value of one row, not read yet.
///
/// A cell keeps its whole result alive. Reading is lazy: a column that nobody asks for costs nothing.
package struct PostgresCell: Sendable {
    enum Source: Sendable {
        case null
        case text(String)
        case result(PQResult, row: Int, column: Int)
    }

    /// The column's name, for errors.
    package let column: String

    /// The statement's name, for errors.
    package let statement: String?

    let source: Source

    /// Whether the cell holds SQL's NULL.
    package var isNull: Bool {
        if case .null = source { return true }
        return false
    }

    /// The value in PostgreSQL's text format.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding` when the cell is NULL.
    package func text() throws(PostgresError) -> String {
        switch source {
        case .null: throw unreadable(as: String.self)
        case .text(let text): return text
        case .result(let result, let row, let column): return result.text(row: row, column: column)
        }
    }

    /// The error for a cell that does not hold a value of `type`; it never shows the value.
    package func unreadable(as type: Any.Type) -> PostgresError {
        var error = PostgresError(.decoding(expected: isNull ? "\(type), found NULL" : "\(type)"))
        error.column = column
        error.statement = statement
        return error
    }

    /// An element of this cell's array.
    func element(_ text: String?) -> PostgresCell {
        PostgresCell(column: column, statement: statement, source: text.map(Source.text) ?? .null)
    }

    /// Reads the text by a failable conversion.
    func read<T>(_ type: T.Type, _ convert: (String) -> T?) throws(PostgresError) -> T {
        guard !isNull, let value = convert(try text()) else { throw unreadable(as: type) }
        return value
    }
}

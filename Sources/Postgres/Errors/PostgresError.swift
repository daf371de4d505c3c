/// What went wrong between this program and PostgreSQL.
///
/// An error names the statement, the objects of the schema and the cause. It never holds a bound value: the server's
/// DETAIL, HINT and CONTEXT are not kept, and its message only where it cannot quote one (``message``).
package struct PostgresError: Error, Sendable, Equatable {
    /// What kind of thing happened.
    package var kind: Kind

    /// When in the life of the connection.
    package var phase: Phase = .statement

    /// The five characters of the server's SQLSTATE, when the server spoke.
    package var sqlState: String?

    /// `ERROR`, `FATAL` or `PANIC`, when the server spoke.
    package var severity: String?

    /// The server's or libpq's own sentence, where it is known to hold no bound value; else nil.
    ///
    /// Names that the server could not make out are told where no bound value can be one: from the first run
    /// of a statement, while it is parsed, and from statements that bind nothing.
    package var message: String?

    /// The name of the statement, or the beginning of its text.
    package var statement: String?

    /// The objects of the schema that the server named.
    package var table: String?
    package var column: String?
    package var constraint: String?

    /// Whether the connection is gone; a pool drops it.
    package var isConnectionLost = false

    package init(_ kind: Kind) { self.kind = kind }
}

extension PostgresError {
    /// When in the life of a connection an error arose.
    package enum Phase: String, Sendable {
        case connect, statement, commit, copy, listen, pool
    }

    /// Whether the same transaction, started again from its beginning, may well succeed: 40001 and 40P01.
    package var isRetryable: Bool {
        switch kind {
        case .serializationFailure, .deadlock: true
        default: false
        }
    }

    /// Whether it is certain that nothing was changed.
    package var isCertainlyNotApplied: Bool { kind != .outcomeUnknown }
}

extension PostgresError: CustomStringConvertible {
    /// One line: the statement, the kind, the SQLSTATE, the objects, the safe sentence.
    package var description: String {
        var line = "\(statement.map { "\($0): " } ?? "")\(kind.label)"
        if phase != .statement { line += " during \(phase.rawValue)" }
        if let sqlState { line += " [\(sqlState) \(SQLState.condition(of: sqlState))]" }
        for (name, value) in [("table", table), ("column", column), ("constraint", constraint)] {
            if let value { line += " \(name)=\(value)" }
        }
        if let message { line += ": \(message)" }
        return line
    }
}

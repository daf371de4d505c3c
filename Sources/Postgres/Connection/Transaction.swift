import Synchronization

/// An open transaction, valid inside the scope that began it.
package struct Transaction: Querying {
    /// The connection that the transaction runs on.
    let connection: Connection

    private let scope: Scope

    init(_ connection: Connection) {
        self.connection = connection
        scope = Scope()
    }

    /// Runs statements in one round trip; see ``Querying/pipeline(_:timeLimit:)``.
    ///
    /// - Throws: ``PostgresError``; after any error of the server the transaction can only be rolled back, unless it
    ///   happened inside a ``savepoint(isolation:_:)``.
    @discardableResult
    package func pipeline(_ statements: [SQL], timeLimit: Duration?) async throws(PostgresError) -> [Rows] {
        try check()
        return try await connection.pipeline(statements, timeLimit: timeLimit)
    }

    /// - Throws: ``PostgresError`` of kind `misuse` after the scope has ended.
    func check() throws(PostgresError) {
        guard scope.isOpen.load(ordering: .acquiring) else {
            throw PostgresError(.misuse("a transaction was used after its scope"))
        }
    }

    /// Ends the scope: later statements are refused.
    func leave() { scope.isOpen.store(false, ordering: .releasing) }

    private final class Scope: Sendable {
        let isOpen = Atomic(true)
    }
}

extension Transaction {
    /// Runs `body` so that what it did can be undone alone: when it throws, the transaction goes back to where it was
    /// and stays usable.
    ///
    /// - Throws: what `body` throws, or ``PostgresError`` when the connection is lost.
    @discardableResult
    package func savepoint<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> R
    ) async throws -> R {
        try await execute("SAVEPOINT entente_scope")
        do {
            let value = try await body(self)
            try await execute("RELEASE SAVEPOINT entente_scope")
            return value
        } catch {
            _ = try? await pipeline([
                "ROLLBACK TO SAVEPOINT entente_scope", "RELEASE SAVEPOINT entente_scope",
            ])
            throw error
        }
    }
}

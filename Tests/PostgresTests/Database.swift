import Postgres
import TestSupport

/// A database of the shared server for the length of one test.
func withDatabase<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: (ConnectionConfiguration) async throws -> R
) async throws -> R {
    try await TemporaryPostgres.shared.withDatabase(body)
}

/// A connection to a database of the shared server for the length of one test.
func withConnection<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: (Connection) async throws -> R
) async throws -> R {
    try await withDatabase { database in
        let connection = try await Connection.connect(database)
        let value = try await body(connection)
        await connection.close()
        return value
    }
}

/// The error that `body` throws, if it is one of this library.
func failure(
    isolation: isolated (any Actor)? = #isolation, of body: () async throws -> some Any
) async -> PostgresError? {
    do {
        _ = try await body()
        return nil
    } catch { return error as? PostgresError }
}

/// Waits until the statement, asked again and again, gives true.
func untilTrue(_ statement: SQL, on database: some Querying) async throws {
    try await TemporaryPostgres.untilTrue { try await database.value(Bool.self, statement) }
}

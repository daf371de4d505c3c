package import Postgres

/// Whether the login that serves could also change what it must not: history, or the schema.
package enum ServingLogin {
    /// True when the session's login is a superuser or owns the tables.
    ///
    /// - Throws: ``PostgresError``.
    package static func isOwner(_ database: some Querying) async throws -> Bool {
        try await database.value(
            Bool.self,
            SQL(
                "login.owner",
                """
                SELECT r.rolsuper OR EXISTS (
                    SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'entente' AND c.relowner = r.oid)
                FROM pg_roles r WHERE r.rolname = session_user
                """
            ).readOnly())
    }

    /// Whether the session's login may make the schema, or change the one that is there.
    ///
    /// - Throws: ``PostgresError``.
    package static func mayMigrate(_ database: some Querying) async throws -> Bool {
        try await database.value(
            Bool.self,
            SQL(
                "login.migrate",
                """
                SELECT r.rolsuper OR has_database_privilege(current_database(), 'CREATE')
                FROM pg_roles r WHERE r.rolname = session_user
                """
            ).readOnly())
    }
}

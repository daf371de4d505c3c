import Foundation
package import Postgres

extension TemporaryPostgres {
    /// Makes a new database and says how to connect to it.
    /// - Parameter template: the name given to ``template(_:prepare:)``; nil for an empty database.
    package func freshDatabase(template: String? = nil, user: String = "postgres") async throws
        -> ConnectionConfiguration
    {
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let source = template.map(Self.templateName) ?? "template0"
        try await execute("CREATE DATABASE \(name) TEMPLATE \(source)")
        return configuration(database: name, user: user)
    }

    /// Runs `body` with a new database, which is dropped afterwards, whoever is still connected.
    @discardableResult
    package func withDatabase<R>(
        template: String? = nil, isolation: isolated (any Actor)? = #isolation,
        _ body: (ConnectionConfiguration) async throws -> R
    ) async throws -> R {
        let configuration = try await freshDatabase(template: template)
        let name =
            configuration.string.split(separator: " ").first { $0.hasPrefix("dbname=") }?.dropFirst(7) ?? ""
        do {
            let value = try await body(configuration)
            try await execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            return value
        } catch {
            try? await execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            throw error
        }
    }

    /// Makes the template `name` once per server: `prepare` fills it, for instance with the schema.
    ///
    /// Every connection that `prepare` opens must be closed when it returns.
    package func template(
        _ name: String, prepare: @escaping @Sendable (ConnectionConfiguration) async throws -> Void
    ) async throws {
        try await templates.once(name) {
            let database = Self.templateName(name)
            try await self.execute("CREATE DATABASE \(database) TEMPLATE template0")
            try await prepare(self.configuration(database: database))
        }
    }

    private static func templateName(_ name: String) -> String { "template_\(name)" }
}

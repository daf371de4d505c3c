/// Why a database and this binary do not fit.
package enum MigrationFault: Error, Sendable, Hashable {
    case newerSchema(database: String, binary: String)
    case olderSchema(database: String, binary: String)
    case changedMigration(database: String, binary: String)
}

extension MigrationFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newerSchema(let database, let binary):
            "this database has migration \(database), this binary knows up to \(binary): use a newer release"
        case .olderSchema(let database, let binary):
            "this database has migration \(database), this binary needs \(binary): run `entente migrate`"
        case .changedMigration(let database, let binary):
            "migration \(database) of this database is not \(binary) of this binary: use the release that made it"
        }
    }
}

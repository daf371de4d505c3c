package import Agreements
import FoundationEssentials
package import Postgres

extension Identifier: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `uuid`.
    package static var postgresType: PostgresType { UUID.postgresType }
    /// The UUID as it is sent.
    package var postgresValue: PostgresValue { uuid.postgresValue }

    /// Reads a `uuid`.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self.init(try UUID(postgres: cell))
    }
}

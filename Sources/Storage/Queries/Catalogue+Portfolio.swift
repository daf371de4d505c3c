package import Agreements
import FoundationEssentials
import Postgres

/// One line of the list of files.
package struct PortfolioRow: Sendable, Hashable {
    package var id: Agreement.ID
    package var reference: String?
    package var workflow: String
    package var version: String
    package var state: [String]
    package var legal: LegalStatus
    package var itmo: String?
    package var termStart: Day?
    package var termEnd: Day?
    package var updatedAt: Instant
    /// What it is called, as long as that was not eliminated.
    package var subject: String?
    /// Where its foreign parties are, by code.
    package var countries: [String]

    init(row: Row) throws {
        (id, reference) = (try row["id"], try row["reference"])
        (workflow, version, state) = (try row["workflow"], try row["version"], try row["state"])
        legal = LegalStatus(rawValue: try row["legal"]) ?? .none
        (itmo, termStart, termEnd) = (try row["itmo"], try row["term_start"], try row["term_end"])
        (updatedAt, subject, countries) = (
            try row["updated_at"], try row["subject"], try row["countries"]
        )
    }
}

extension Catalogue {
    /// The files that a filter lets through, at most `limit` from `offset` on.
    ///
    /// Only the lines of the answer are read whole; the rest is counted past.
    package func files(_ filter: PortfolioFilter, offset: Int, limit: Int) async throws -> [PortfolioRow] {
        let rows = try await pool.query(
            SQL(
                "file.list",
                """
                WITH page AS MATERIALIZED (
                    SELECT a.id FROM entente.agreement a WHERE \(filter.conditions)
                    ORDER BY \(filter.order.sql) LIMIT \(limit) OFFSET \(offset))
                SELECT a.id, a.reference, a.workflow, a.version, a.state, a.legal, a.itmo, a.term_start, a.term_end,
                    a.updated_at, \(Self.subject) AS subject, \(Self.partnerCountries) AS countries
                FROM page JOIN entente.agreement a ON a.id = page.id ORDER BY \(filter.order.sql)
                """
            ).readOnly())
        return try rows.map { try PortfolioRow(row: $0) }
    }

    /// How many files a filter lets through.
    package func count(of filter: PortfolioFilter) async throws -> Int {
        try await pool.value(
            Int.self,
            SQL("file.count", "SELECT count(*) FROM entente.agreement a WHERE \(filter.conditions)")
                .readOnly())
    }

    /// Where the foreign parties of a file of the table `a` are.
    static let partnerCountries: SQL = """
        ARRAY (SELECT DISTINCT o.country FROM entente.organisation o WHERE o.id = ANY (a.parties) AND NOT o.home
            ORDER BY 1)
        """

    /// The countries where the register knows foreign organisations.
    package func partnerCountries() async throws -> [String] {
        let rows = try await pool.query(
            SQL(
                "organisation.countries",
                "SELECT DISTINCT o.country FROM entente.organisation o WHERE NOT o.home ORDER BY 1"
            ).readOnly())
        return try rows.values(String.self, "country")
    }
}

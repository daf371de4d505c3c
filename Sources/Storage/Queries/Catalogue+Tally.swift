package import Agreements
import FoundationEssentials
import Postgres

/// How many agreements in force have one thing in common; nil where they have none of it.
package struct Tally: Sendable, Hashable {
    package var key: String?
    package var count: Int

    init(row: Row) throws { (key, count) = (try row["key"], try row["count"]) }

    /// What agreements are counted by.
    package enum Dimension: String, Sendable, Hashable, CaseIterable {
        /// The country of a foreign party; who has several counts for each.
        case country
        /// The regions of those countries, ``PortfolioFilter/elsewhere`` for none.
        case region
        case instrument, itmo
        /// The year in which the term ends.
        case endYear
    }
}

/// How many agreements there are in each legal status, and how many of those in force end soon.
package struct TermCounts: Sendable, Hashable {
    package var inForce: Int
    package var suspended: Int
    package var expiredPending: Int
    /// One for each day asked for.
    package var ending: [Int]
}

/// One agreement in force and its term.
package struct TermRow: Sendable, Hashable {
    package var id: Agreement.ID
    package var reference: String?
    package var instrument: String
    package var subject: String?
    package var start: Day
    package var end: Day

    init(row: Row) throws {
        (id, reference, instrument) = (try row["id"], try row["reference"], try row["instrument"])
        (subject, start, end) = (try row["subject"], try row["term_start"], try row["term_end"])
    }
}

extension Catalogue {
    /// Agreements in force by one dimension, the most frequent first.
    package func tally(by dimension: Tally.Dimension, on today: Day) async throws -> [Tally] {
        let rows = try await pool.query(
            SQL("file.tally", Self.tally(dimension, today)).readOnly())
        return try rows.map { try Tally(row: $0) }
    }

    private static func tally(_ dimension: Tally.Dimension, _ today: Day) -> SQL {
        switch dimension {
        case .instrument:
            """
            SELECT a.instrument AS key, count(*) AS count FROM entente.agreement a WHERE a.legal = 'in_force'
            GROUP BY 1 ORDER BY 2 DESC, 1
            """
        case .itmo:
            """
            SELECT a.itmo AS key, count(*) AS count FROM entente.agreement a WHERE a.legal = 'in_force'
            GROUP BY 1 ORDER BY 2 DESC, 1
            """
        case .endYear:
            """
            SELECT extract(year FROM a.term_end)::int::text AS key, count(*) AS count FROM entente.agreement a
            WHERE a.legal = 'in_force' GROUP BY 1 ORDER BY 1 NULLS LAST
            """
        case .country:
            """
            SELECT o.country AS key, count(DISTINCT a.id) AS count \(partners) GROUP BY 1 ORDER BY 2 DESC, 1
            """
        case .region:
            """
            SELECT coalesce(r.code, \(PortfolioFilter.elsewhere)) AS key, count(DISTINCT a.id) AS count
            FROM (SELECT a.id, o.country \(partners)) a
                LEFT JOIN (\(PortfolioFilter.regions(on: today))) r ON r.member = a.country
            GROUP BY 1 ORDER BY 2 DESC, 1
            """
        }
    }

    /// Agreements in force with their foreign parties.
    private static let partners: SQL = """
        FROM entente.agreement a CROSS JOIN unnest(a.parties) AS p (id)
            JOIN entente.organisation o ON o.id = p.id AND NOT o.home
        WHERE a.legal = 'in_force'
        """

    /// The figures of the portfolio; `days` are the last days of the spans that begin on `today`.
    package func termCounts(from today: Day, to days: [Day]) async throws -> TermCounts {
        let row = try await pool.one(
            SQL(
                "file.terms",
                """
                SELECT count(*) FILTER (WHERE a.legal = 'in_force') AS in_force,
                    count(*) FILTER (WHERE a.legal = 'suspended') AS suspended,
                    count(*) FILTER (WHERE a.legal = 'expired_pending') AS expired_pending,
                    ARRAY (SELECT (SELECT count(*) FROM entente.agreement b WHERE b.legal = 'in_force'
                        AND b.term_end BETWEEN \(today) AND d.day) FROM unnest(\(days)) WITH ORDINALITY AS d (day, n)
                        ORDER BY d.n) AS ending
                FROM entente.agreement a
                """
            ).readOnly())
        return TermCounts(
            inForce: try row["in_force"], suspended: try row["suspended"],
            expiredPending: try row["expired_pending"],
            ending: try row.decode([Int64].self, "ending").map(Int.init))
    }

    /// The agreements in force whose term ends next.
    package func nextEnding(limit: Int) async throws -> [TermRow] {
        let rows = try await pool.query(
            SQL(
                "file.ending",
                """
                WITH next AS MATERIALIZED (
                    SELECT a.id FROM entente.agreement a
                    WHERE a.legal = 'in_force' AND a.term_start IS NOT NULL AND a.term_end IS NOT NULL
                    ORDER BY a.term_end, a.id LIMIT \(self.limit(limit)))
                SELECT a.id, a.reference, a.instrument, \(Self.subject) AS subject, a.term_start, a.term_end
                FROM next JOIN entente.agreement a ON a.id = next.id ORDER BY a.term_end, a.id
                """
            ).readOnly())
        return try rows.map { try TermRow(row: $0) }
    }
}

package import Agreements
import FoundationEssentials
package import Postgres

/// The questions that pages and the command line ask; each is one statement, none locks.
///
/// Lists end at their limit, at most ``Catalogue/rowsMax``. Throws ``PostgresError`` throughout.
package struct Catalogue: Sendable {
    /// No list is longer.
    package static let rowsMax = 10_000
    /// What machines write by the hundred thousand is counted up to here, and one more where there is more.
    package static let countMax = 10_000

    let pool: Reader

    /// Over connections that may do what `entente_app` may.
    package init(_ pool: Pool, sight: Sight = .everything) { self.pool = Reader(pool: pool, sight: sight) }

    /// The same questions with the eyes of another.
    package func seen(by sight: Sight) -> Catalogue { Catalogue(pool.pool, sight: sight) }

    func limit(_ limit: Int) -> Int { min(max(1, limit), Self.rowsMax) }

    /// The agreements that a filter lets through, the newest first.
    package func agreements(_ filter: AgreementFilter = AgreementFilter()) async throws -> [AgreementRow] {
        let pattern = filter.text.map(Self.pattern)
        let rows = try await pool.query(
            SQL(
                "agreement.list",
                """
                SELECT \(AgreementRow.columns) FROM entente.agreement a
                WHERE (\(filter.instrument)::text IS NULL OR a.instrument = \(filter.instrument))
                    AND (\(filter.state)::text IS NULL OR \(filter.state) = ANY (a.state))
                    AND (\(filter.legal?.rawValue)::text IS NULL OR a.legal = \(filter.legal?.rawValue))
                    AND (\(filter.unit)::text IS NULL OR a.unit = \(filter.unit))
                    AND (\(filter.call)::uuid IS NULL OR a.call = \(filter.call))
                    AND (\(pattern)::text IS NULL OR concat_ws(' ', a.reference, a.register_number, a.unit,
                        a.workflow,
                        a.snapshot -> 'parties') ILIKE \(pattern))
                ORDER BY a.started_at DESC, a.id LIMIT \(limit(filter.limit)) OFFSET \(filter.offset)
                """
            ).readOnly())
        return try rows.map { try AgreementRow(row: $0) }
    }

    /// `text` anywhere, its wildcards taken as they are.
    static func pattern(_ text: String) -> String {
        var pattern = "%"
        for character in text {
            if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
            pattern.append(character)
        }
        return pattern + "%"
    }

    /// The agreement of an id, a reference or a register number; nil when there is none.
    package func agreementID(named text: String) async throws -> Agreement.ID? {
        let row = try await pool.oneOrNone(
            SQL(
                "agreement.find",
                """
                SELECT id FROM entente.agreement
                WHERE id = \(Agreement.ID(text)) OR reference = \(text) OR register_number = \(text)
                ORDER BY id = \(Agreement.ID(text)) DESC NULLS LAST LIMIT 1
                """
            ).readOnly())
        return try row.map { try $0["id"] }
    }

    /// The agreement as its events fold, from the cache.
    package func agreement(_ id: Agreement.ID) async throws -> Agreement? {
        let row = try await pool.oneOrNone(
            SQL("agreement.show", "SELECT snapshot FROM entente.agreement WHERE id = \(id)").readOnly())
        return try row.map { try $0.json(Agreement.self, "snapshot") }
    }

    /// The agreements whose life goes on, by their ids from `after` on.
    ///
    /// Without documents, dossier, tasks and timers, of which there may be many: they tell who may act and
    /// what may come, not what was filed.
    package func liveAgreements(
        after id: Agreement.ID? = nil, limit: Int = rowsMax
    ) async throws -> [Agreement] {
        let rows = try await pool.query(
            SQL(
                "agreement.live",
                """
                SELECT a.snapshot || '{"documents": [], "tasks": [], "timers": [], "dossier": {}}' AS snapshot
                FROM entente.agreement a JOIN entente.process p ON p.agreement = a.id AND p.path = 'life'
                WHERE p.status = 'active' AND (\(id)::uuid IS NULL OR a.id > \(id))
                ORDER BY a.id LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try rows.map { try $0.json(Agreement.self, "snapshot") }
    }

    /// The events of an agreement, a call or the register after number `seq`, in order.
    package func history(of stream: String, after seq: Int = 0, limit: Int = rowsMax) async throws -> [Event]
    {
        let rows = try await pool.query(
            SQL(
                "event.list",
                """
                SELECT \(Event.columns) FROM entente.event e WHERE e.stream = \(stream) AND e.seq > \(seq)
                ORDER BY e.seq LIMIT \(self.limit(limit))
                """
            ).readOnly())
        return try Event.read(rows)
    }

    /// The events that added the documents of an agreement, in order.
    package func additions(to agreement: Agreement.ID) async throws -> [Event] {
        let rows = try await pool.query(
            SQL(
                "event.additions",
                """
                SELECT \(Event.columns) FROM entente.event e
                WHERE e.stream = \(agreement.description) AND e.type IN ('document_added', 'propose') ORDER BY e.seq
                """
            ).readOnly())
        return try rows.map { try Event(row: $0) }
    }

    /// The erasable values of a stream that are still there, by id.
    package func values(of stream: String) async throws -> [Identifier<ErasableValue>: JSON] {
        let rows = try await pool.query(
            SQL(
                "value.list",
                "SELECT id, value FROM entente.erasable_value WHERE stream = \(stream) AND value IS NOT NULL"
            ).readOnly())
        return Dictionary(
            try rows.map { (try $0["id"], try $0.json("value")) }, uniquingKeysWith: { $1 })
    }
}

package import Agreements
import Postgres

/// Which agreements a list shows; nil leaves a criterion out.
package struct AgreementFilter: Sendable, Hashable {
    package var instrument: String?
    /// An active atomic state of the life.
    package var state: String?
    package var legal: LegalStatus?
    package var unit: String?
    package var call: Call.ID?
    /// Found in reference, numbers, unit or parties, in either case.
    package var text: String?
    package var limit: Int
    package var offset: Int

    /// A filter that lets everything through but for what is named.
    package init(
        instrument: String? = nil, state: String? = nil, legal: LegalStatus? = nil, unit: String? = nil,
        call: Call.ID? = nil, text: String? = nil, limit: Int = 100, offset: Int = 0
    ) {
        (self.instrument, self.state, self.legal, self.unit) = (instrument, state, legal, unit)
        (self.call, self.text, self.limit, self.offset) = (call, text, limit, max(0, offset))
    }
}

/// One line of a list of agreements.
package struct AgreementRow: Codable, Sendable, Hashable {
    package var id: Agreement.ID
    package var reference: String?
    package var registerNumber: String?
    package var workflow: String
    package var version: String
    package var instrument: String
    package var state: [String]
    package var legal: LegalStatus
    package var unit: String?
    package var call: Call.ID?
    package var parties: [String]
    package var seq: Int
    package var revision: Int
    package var termStart: Day?
    package var termEnd: Day?
    package var startedAt: Instant
    package var updatedAt: Instant
}

extension AgreementRow {
    static let columns: SQL = """
        a.id, a.reference, a.register_number, a.workflow, a.version, a.instrument, a.state, a.legal, a.unit,
            a.call,
        a.parties, a.seq, a.revision, a.term_start, a.term_end, a.started_at, a.updated_at
        """

    init(row: Row) throws {
        self.init(
            id: try row["id"], reference: try row["reference"], registerNumber: try row["register_number"],
            workflow: try row["workflow"], version: try row["version"], instrument: try row["instrument"],
            state: try row["state"], legal: LegalStatus(rawValue: try row["legal"]) ?? .none,
            unit: try row["unit"],
            call: try row["call"], parties: try row["parties"], seq: try row["seq"],
            revision: try row["revision"],
            termStart: try row["term_start"], termEnd: try row["term_end"], startedAt: try row["started_at"],
            updatedAt: try row["updated_at"])
    }
}

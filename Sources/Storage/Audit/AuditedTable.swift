import Postgres

/// A table that follows from the events of agreements, with the columns that the events alone decide.
package struct AuditedTable: Sendable {
    /// Its name in schema `entente`.
    package let name: String
    /// What is compared with the events; instants, `at` and `…_at`, in their RFC 3339 form.
    package let columns: [String]
    /// What is not, and why it need not or cannot be.
    package let others: [String: String]
    /// The column that names the agreement.
    let key: String

    private init(
        _ name: String, key: String = "agreement", _ columns: String, others: [String: String] = [:]
    ) {
        (self.name, self.key, self.others) = (name, key, others)
        self.columns = columns.split(separator: " ").map(String.init)
    }

    /// The agreement itself.
    static let agreement = AuditedTable(
        "agreement", key: "id",
        """
        id workflow version instrument seq revision head_hash state legal reference register_number call unit itmo parties \
        term_start term_end started_at updated_at
        """,
        others: [
            "snapshot": "compared as a whole", "head_seal": "compared with the seals",
            "acronym": "generated from the snapshot", "blocked": "generated from the snapshot",
            "budget": "generated from the snapshot", "held": "generated from the snapshot",
            "staged_at": "an age that is shown",
        ])

    /// The rows of an agreement in the tables beside it.
    static let beside = [
        AuditedTable("process", "agreement path definition status state outcome"),
        AuditedTable("assignment", "agreement role person seq at ended_seq ended_at"),
        AuditedTable(
            "task",
            """
            id agreement process state role role_of narrowed_to opened_seq opened_at due_at due_day closed_seq closed_at
            """),
        AuditedTable(
            "timer",
            """
            id agreement process state entry_seq name due_at document_order reminder status armed_seq closed_seq
            """),
        AuditedTable(
            "document",
            "id agreement seq kind process version language size sha256 salted_hash added_at",
            others: [
                "bytes": "compared by their hash", "salt": "compared by the hash", "file_name": "in no event",
                "eliminated_at": "compared with what events eliminate",
            ]),
        AuditedTable(
            "notice",
            """
            agreement event_seq notice recipient process state entry_seq occurrence reminder created_at
            """,
            others: [
                "id": "compared with its job", "message_id": "compared with its job", "copy": "in no event",
                "to_name": "in no event", "to_address": "compared with its job", "subject": "in no event",
                "text": "in no event", "html": "in no event", "language": "in no event",
                "task": "for its withdrawal", "status": "what became of the mail",
                "verdicts": "what became of the mail", "settled_at": "what became of the mail",
                "letterhead": "what became of the mail", "acknowledged_at": "what became of the mail",
                "acknowledged_by": "what became of the mail",
                "acknowledged_because": "what became of the mail",
                "eliminated_at": "what became of the mail",
            ]),
    ]

    /// All of them.
    package static let all = [agreement] + beside

    /// Its rows of an agreement as one array of objects, without members that have no value.
    func rows(of agreement: SQL) -> SQL {
        let values = columns.map { column -> SQL in
            column == "at" || column.hasSuffix("_at")
                ? "entente.instant_text(\(identifier: column)) AS \(identifier: column)"
                : "\(identifier: column)"
        }
        return """
            (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(r))), '[]') FROM (
                SELECT \(SQL.joined(values)) FROM entente.\(identifier: name)
                WHERE \(identifier: key) = \(agreement)) r) AS \(identifier: name)
            """
    }
}

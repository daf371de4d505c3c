import Agreements
import Postgres

extension Event {
    /// The event's row: the members that are hashed, and the hash.
    func row() throws -> JSON {
        guard case .object(var members) = try hashed() else { return .null }
        members["hash"] = .string(hash)
        return .object(members)
    }

    /// The columns that ``init(row:)`` reads, from the table aliased `e`.
    static let columns: SQL = """
        e.stream, e.seq, e.process, e.type, e.from_state, e.to_state, e.actor, e.on_behalf_of, e.delegation, e.role,
        e.channel, e.operator, e.at, e.effective_on, e.request_id, e.workflow, e.payload, e.doc_hashes, e.prev_hash,
        e.hash
        """

    /// Reads the columns of ``columns``.
    init(row: Row) throws {
        self.init(
            stream: try row["stream"], seq: try row["seq"], process: try row["process"], type: try row["type"],
            fromState: try row["from_state"], toState: try row["to_state"], authority: try Authority(row: row),
            at: try row["at"], effectiveOn: try row["effective_on"], requestID: try row["request_id"],
            workflow: try row["workflow"], payload: try row.json(Payload.self, "payload"),
            documentHashes: try row["doc_hashes"], previousHash: try row["prev_hash"], hash: try row["hash"])
    }
}

extension Authority {
    fileprivate init(row: Row) throws {
        let channel: String = try row["channel"]
        let onBehalfOf: String? = try row["on_behalf_of"]
        let delegation: String? = try row["delegation"]
        self.init(
            actor: try row["actor"], onBehalfOf: onBehalfOf.flatMap(Person.ID.init),
            delegation: delegation.flatMap(Delegation.ID.init), role: try row["role"],
            channel: Channel(rawValue: channel) ?? .system, operator: try row["operator"])
    }
}

import Agreements
import Crypto
import Postgres

extension Event {
    /// The event's row: the members that are hashed, and the hash.
    func row() throws -> JSON {
        guard case .object(var members) = try hashed() else { return .null }
        members["hash"] = .string(hash)
        return .object(members)
    }

    /// The columns that ``init(row:)`` reads, from the table aliased `e`.
    static let columns = columns(payload: "e.payload")

    /// The same with a payload that tells less, as of one that nobody verifies.
    static func columns(payload: SQL) -> SQL {
        """
        e.stream, e.seq, e.process, e.type, e.from_state, e.to_state, e.actor, e.on_behalf_of, e.delegation,
            e.role,
        e.channel, e.operator, e.at, e.effective_on, e.request_id, e.workflow, \(payload) AS payload, e.doc_hashes,
            e.prev_hash,
        e.hash
        """
    }

    /// Reads the columns of ``columns``.
    init(row: Row) throws { try self.init(row: row, payload: row.json(Payload.self, "payload")) }

    /// Reads the columns of ``columns`` of many rows, their payloads by one decoder.
    static func read(_ rows: Rows) throws -> [Event] {
        let texts = try rows.map { try $0.decode(PostgresJSON.self, "payload").text }
        let payloads = try JSONText.read([Payload].self, "[\(texts.joined(separator: ","))]")
        return try zip(rows, payloads).map { try Event(row: $0, payload: $1) }
    }

    private init(row: Row, payload: Payload) throws {
        self.init(
            stream: try row["stream"], seq: try row["seq"], process: try row["process"],
            type: try row["type"],
            fromState: try row["from_state"], toState: try row["to_state"],
            authority: try Authority(row: row),
            at: try row["at"], effectiveOn: try row["effective_on"], requestID: try row["request_id"],
            workflow: try row["workflow"], payload: payload,
            documentHashes: try row["doc_hashes"], previousHash: try row["prev_hash"], hash: try row["hash"])
    }
}

extension Event {
    /// The hash of what the row holds, its payload as it is stored: members that this release does not know
    /// count.
    func hash(ofStored payload: JSON) throws -> String {
        guard case .object(var members) = try hashed() else { return "" }
        members["payload"] = payload
        return SHA256.hexadecimal(Self.hashTag + JSON.object(members).canonical)
    }
}

extension Authority {
    fileprivate init(row: Row) throws {
        guard let channel = Channel(rawValue: try row["channel"]) else {
            throw try row.cell("channel").unreadable(as: Channel.self)
        }
        self.init(
            actor: try row["actor"], onBehalfOf: try Self.identifier(row, "on_behalf_of"),
            delegation: try Self.identifier(row, "delegation"), role: try row["role"], channel: channel,
            operator: try row["operator"])
    }

    private static func identifier<Subject>(_ row: Row, _ column: String) throws -> Identifier<Subject>? {
        guard let text: String = try row[column] else { return nil }
        guard let identifier = Identifier<Subject>(text), identifier.description == text else {
            throw try row.cell(column).unreadable(as: Identifier<Subject>.self)
        }
        return identifier
    }
}

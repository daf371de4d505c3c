package import Agreements

extension Event {
    /// Reads an event from its hashed members (``Event/hashed()``) and its hash.
    ///
    /// - Throws: `DecodingError`, or ``UnreadableHistory`` for a member that is missing or of another kind.
    package init(members: JSON, hash: String) throws {
        func text(_ name: String) throws(UnreadableHistory) -> String {
            guard let text = members[name]?.text else { throw UnreadableHistory("an event has no \(name)") }
            return text
        }
        guard let seq = members["seq"]?.number, let payload = members["payload"] else {
            throw UnreadableHistory("an event has no seq or no payload")
        }
        self.init(
            stream: try text("stream"), seq: Int(seq), process: try text("process"), type: try text("type"),
            fromState: Self.texts(members["from_state"]), toState: Self.texts(members["to_state"]),
            authority: try Self.authority(members), at: try Instant(parsing: text("at")),
            effectiveOn: try members["effective_on"]?.text.map { try Day(parsing: $0) },
            requestID: members["request_id"]?.text, workflow: try text("workflow"),
            payload: try payload.decoded(as: Payload.self), documentHashes: Self.texts(members["doc_hashes"]),
            previousHash: try text("prev_hash"), hash: hash)
    }

    private static func authority(_ members: JSON) throws(UnreadableHistory) -> Authority {
        guard let actor = members["actor"]?.text,
            let channel = members["channel"]?.text.flatMap(Authority.Channel.init)
        else { throw UnreadableHistory("an event has no actor or no channel") }
        return Authority(
            actor: actor, onBehalfOf: members["on_behalf_of"]?.text.flatMap(Person.ID.init),
            delegation: members["delegation"]?.text.flatMap(Delegation.ID.init),
            role: members["role"]?.text, channel: channel, operator: members["operator"]?.text)
    }

    private static func texts(_ list: JSON?) -> [String] { list?.elements?.compactMap(\.text) ?? [] }
}

/// A text that is no recorded history.
package struct UnreadableHistory: Error, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    package let description: String

    package init(_ description: String) { self.description = description }
}

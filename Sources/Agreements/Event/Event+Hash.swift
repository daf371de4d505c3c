import Crypto
import FoundationEssentials

extension Event {
    /// The domain tag that begins every hashed event; a new form of event gets a new tag.
    package static let hashTag = "entente/event/1\n"

    /// The hash before the first event of a stream: SHA-256 of `entente/genesis/1\n`, the stream, a line feed
    /// and the institution's id.
    package static func genesis(stream: String, institution: String) -> String {
        SHA256.hexadecimal("entente/genesis/1\n\(stream)\n\(institution)")
    }

    /// `SHA-256(tag || canonical JSON of the event without its own hash)`, lower-case hexadecimal.
    ///
    /// The JSON is canonical by RFC 8785; absent values are left out, `at` is RFC 3339 in UTC with three
    /// digits of fraction.
    package func computedHash() throws -> String {
        SHA256.hexadecimal(Self.hashTag + (try hashed()).canonical)
    }

    /// The members that are hashed.
    package func hashed() throws -> JSON {
        var members: [String: JSON] = [
            "stream": .string(stream), "seq": .integer(Int64(seq)), "process": .string(process),
            "type": .string(type), "from_state": .array(fromState.map(JSON.string)),
            "to_state": .array(toState.map(JSON.string)), "actor": .string(authority.actor),
            "channel": .string(authority.channel.rawValue), "at": .string(at.description),
            "workflow": .string(workflow), "payload": try JSON(encoding: payload),
            "doc_hashes": .array(documentHashes.map(JSON.string)), "prev_hash": .string(previousHash),
        ]
        members["on_behalf_of"] = authority.onBehalfOf.map { .string($0.description) }
        members["delegation"] = authority.delegation.map { .string($0.description) }
        members["role"] = authority.role.map(JSON.string)
        members["operator"] = authority.operator.map(JSON.string)
        members["effective_on"] = effectiveOn.map { .string($0.description) }
        members["request_id"] = requestID.map(JSON.string)
        return .object(members)
    }

    /// The event with its hash filled in.
    package func sealed() throws -> Event {
        var event = self
        event.hash = try computedHash()
        return event
    }
}

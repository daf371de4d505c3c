import Agreements
import Crypto
import FoundationEssentials

/// Where the identities and request ids behind a scenario's names come from.
struct ScenarioIdentities: Sendable {
    /// The identity behind a name such as `person/pi` or `files/12/request`.
    let uuid: @Sendable (_ name: String) -> UUID

    func identifier<Subject>(_ name: String) -> Identifier<Subject> { Identifier(uuid(name)) }

    /// Another identity each time, whatever the name: every play is a story of its own.
    static func fresh(_ randomness: Randomness) -> ScenarioIdentities {
        ScenarioIdentities { _ in randomness.uuid() }
    }

    /// The same identity for the same name of the same institution, for ever: playing again repeats the same
    /// requests.
    ///
    /// UUIDs of version 8 (RFC 9562, section 5.8) over the first bytes of a SHA-256.
    static func derived(institution: String) -> ScenarioIdentities {
        ScenarioIdentities { name in
            var bytes = Array(
                SHA256.hash(data: Array("\(institution)\ndemonstration\n\(name)".utf8)).prefix(16))
            bytes[6] = bytes[6] & 0x0F | 0x80
            bytes[8] = bytes[8] & 0x3F | 0x80
            return UUID(
                uuid: (
                    bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8],
                    bytes[9],
                    bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
                ))
        }
    }
}

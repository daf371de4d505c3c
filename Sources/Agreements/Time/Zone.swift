import Foundation

/// A named time zone of the IANA database, such as `Europe/Paris`, where every legal instant is read and
/// shown.
///
/// Rules come from the database built into Foundation: no file of the machine is read. This is the only file
/// of the target that needs Foundation.
package struct Zone: Sendable {
    /// The IANA name.
    package let identifier: String
    private let rules: TimeZone

    /// The zone of this name.
    /// - Throws: ``TimeTextError`` when the database has no zone of exactly this name.
    package init(_ identifier: String) throws(TimeTextError) {
        guard identifier == "UTC" || Self.known.contains(identifier),
            let rules = TimeZone(identifier: identifier)
        else {
            throw TimeTextError(
                expected: "time zone", text: identifier, problem: "is not a name of the IANA database")
        }
        self.identifier = identifier
        self.rules = rules
    }

    /// Europe/Paris, the zone of every legal instant unless an installation says otherwise.
    package static let paris: Zone = {
        do { return try Zone("Europe/Paris") } catch {
            preconditionFailure("Foundation was built without time zones: \(error)")
        }
    }()

    private static let known = Set(TimeZone.knownTimeZoneIdentifiers)

    /// How far local time is ahead of UTC at this instant, in milliseconds.
    func offset(at instant: Instant) -> Int64 {
        let seconds = Double(instant.millisecondsSinceEpoch) / 1_000
        return Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))) * 1_000
    }
}

extension Zone: Hashable, CustomStringConvertible, Codable {
    package static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }

    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    /// The IANA name.
    package var description: String { identifier }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(identifier)
    }
}

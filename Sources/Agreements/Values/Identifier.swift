package import FoundationEssentials

/// The identity of one `Subject`: a UUID that cannot be mistaken for that of another noun.
///
/// Its text form is the lower-case RFC 9562 form, in JSON, SQL and pages alike.
package struct Identifier<Subject>: Sendable, Hashable, Comparable {
    package let uuid: UUID

    package init(_ uuid: UUID) { self.uuid = uuid }

    /// The identity that `text` spells in either case, or nil when it spells none.
    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

extension Identifier: CustomStringConvertible {
    package var description: String { uuid.uuidString.lowercased() }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let read = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a UUID"))
        }
        self = read
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

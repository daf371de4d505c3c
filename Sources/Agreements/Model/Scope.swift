/// What a grant or a delegation covers, written `*`, `unit:U1151`, `party:snu`, `itmo:NNP`, `instrument:LIA`
/// or `agreement:<id>`.
package struct Scope: Codable, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// All agreements.
    package static let everything = Scope("*")

    /// The scope that `text` writes; ``isValid(_:)`` tells whether that covers anything.
    package init(_ text: String) { description = text }

    /// One party of an agreement.
    package static func party(_ id: String) -> Scope { Scope("party:\(id)") }
    /// The agreements of one unit.
    package static func unit(_ name: String) -> Scope { Scope("unit:\(name)") }
    /// The agreements of one thematic institute.
    package static func itmo(_ code: String) -> Scope { Scope("itmo:\(code)") }
    /// One agreement.
    package static func agreement(_ id: Agreement.ID) -> Scope { Scope("agreement:\(id)") }

    package init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// What it names, without its kind.
    var name: String { String(description.drop { $0 != ":" }.dropFirst()) }

    /// Whether `text` has one of the forms above.
    package static func isValid(_ text: String) -> Bool {
        guard text != "*" else { return true }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && ["unit", "party", "itmo", "instrument", "agreement"].contains(parts[0])
            && isName(parts[1])
    }

    /// Letters, digits and what stands between them in codes.
    private static func isName(_ text: Substring) -> Bool {
        (1...80).contains(text.count)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_. /+".contains($0) }
    }
}

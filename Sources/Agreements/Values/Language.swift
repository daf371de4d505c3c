/// A language in which Entente writes to people; raw values are RFC 5646 tags.
package enum Language: String, Codable, Sendable, Hashable, CaseIterable {
    case french = "fr"
    case english = "en"
}

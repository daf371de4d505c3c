/// A language in which Entente writes to people; raw values are RFC 5646 tags.
package enum Language: String, Codable, Sendable, Hashable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// Whether a noun after a number is singular: French is plural from 2, English everywhere but at 1.
    package func isSingular(_ count: Int) -> Bool {
        switch self {
        case .french: count.magnitude < 2
        case .english: count.magnitude == 1
        }
    }
}

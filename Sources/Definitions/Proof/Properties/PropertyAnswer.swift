package import Agreements

/// What the proof gate says of one property.
package enum PropertyAnswer: Sendable, Hashable {
    /// It holds in every situation that can be reached.
    case proved
    /// It does not, at the end of this path.
    case refuted(path: [LocalizedText])
    /// Neither is shown, because of this; never to be read as proved.
    case notDecided(because: LocalizedText)

    /// The word of the answer, stable for programs: `proved`, `refuted`, `not_decided`.
    package var word: String {
        switch self {
        case .proved: "proved"
        case .refuted: "refuted"
        case .notDecided: "not_decided"
        }
    }
}

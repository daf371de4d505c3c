package import Agreements

/// Whose reading it is: row security shows the agreements that they may see.
package enum Sight: Sendable, Hashable {
    /// Everything; the login must be one that may act as `entente_engine`.
    case everything
    /// What this person may see.
    case person(Person.ID)
    /// Nothing of agreements.
    case nobody

    /// The value of the setting `entente.actor`.
    var actor: String {
        switch self {
        case .everything: "*"
        case .person(let person): person.description
        case .nobody: ""
        }
    }
}

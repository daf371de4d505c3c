/// A role as definitions name it: `PI_FR`, or `SIG(party)` for the holders of SIG for the party of this
/// process.
package struct RoleReference: Codable, Sendable, Hashable {
    package var role: String
    /// What narrows the role.
    package var of: Narrowing

    /// Whose holders of a role are meant.
    package enum Narrowing: String, Codable, Sendable, Hashable {
        /// Every holder whose grant covers the agreement.
        case agreement
        /// The holders for the party that this process is about.
        case party
        /// The one person that this process is about, if they hold the role.
        case person
        /// The holders for every party but the one that this process is about.
        case otherParties
        /// The holders for every foreign party.
        case foreignParties
        /// The holders for every party.
        case parties
    }

    package init(_ role: String, of narrowing: Narrowing = .agreement) {
        self.role = role
        self.of = narrowing
    }
}

/// A legal entity that signs an agreement, as it was named when it joined.
package struct Party: Codable, Sendable, Hashable, Identifiable {
    /// The organisation's id in the register, such as `snu`.
    package var id: String
    package var name: String
    /// Where it has its seat; nil where nobody entered it.
    package var city: String?
    /// ISO 3166-1 alpha-2.
    package var country: String
    package var kind: Kind
    /// Whether it is the institution whose files these are.
    package var home: Bool

    /// What kind of body a party is in French law.
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        /// Public research body.
        case epst
        /// Public university-type body, whose drafts the ministries must see (code de l'éducation, L123-7-1).
        case epscp
        /// Public body of an industrial and commercial kind.
        case epic
        case foreign
        case other
    }

    package init(
        id: String, name: String, city: String? = nil, country: String, kind: Kind, home: Bool
    ) {
        self.id = id
        self.name = name
        self.city = city
        self.country = country
        self.kind = kind
        self.home = home
    }
}

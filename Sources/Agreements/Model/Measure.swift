/// A sanction or security restriction on a country or an organisation, dated.
package struct Measure: Codable, Sendable, Hashable, Identifiable {
    /// The identity of a measure.
    package typealias ID = Identifier<Measure>

    package var id: ID
    /// ISO 3166-1 alpha-2, or an organisation's id.
    package var target: String
    package var kind: Kind
    package var from: Instant
    package var until: Instant?
    package var legalReference: String
    /// What it does not touch: agreements of these scopes.
    package var exempt: [Scope]?

    /// What a measure forbids.
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        case noNew = "no_new"
        case noPayment = "no_payment"
        case excludePublic = "exclude_public"
        case noEvent = "no_event"
        /// Nothing yet: the security officer must look.
        case screen
    }

    package init(
        id: ID, target: String, kind: Kind, from: Instant, until: Instant? = nil, legalReference: String,
        exempt: [Scope]? = nil
    ) {
        self.id = id
        self.target = target
        self.kind = kind
        self.from = from
        self.until = until
        self.legalReference = legalReference
        self.exempt = exempt
    }

    /// Whether it is on a party itself or on its country.
    package func aims(at party: Party) -> Bool { target == party.id || target == party.country }

    /// Whether it is on one of these bodies and does not exempt the agreement.
    ///
    /// - Parameter bodies: its parties, and whoever is about to join.
    package func concerns(_ agreement: Agreement, of bodies: [Party]) -> Bool {
        let aimed = bodies.filter(aims)
        let scopes = agreement.scopes + aimed.map { Scope.party($0.id) }
        return !aimed.isEmpty && !(exempt ?? []).contains(where: scopes.contains)
    }

    /// Whether it holds at `instant`.
    package func holds(at instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true)
    }
}

package import Agreements

/// Which snapshot a command needs.
package struct SnapshotQuery: Sendable {
    package var agreement: Agreement.ID
    /// The request whose first answer is wanted, with the fingerprint of its body.
    package var request: RequestKey?
    /// Whose authority is at stake: the actor, the person acted for, the one whose act is recorded.
    package var people: [Person.ID]
    /// For a proposal: the organisations, the scopes and the call that it names.
    package var proposal: Proposal?
    package var call: Call.ID?
    /// Organisations that an act names.
    package var organisations: [String] = []
    /// Whether the ids of erasable rows are wanted, for an elimination.
    package var wantsErasable = false

    package init(
        agreement: Agreement.ID, request: RequestKey? = nil, people: [Person.ID] = [],
        proposal: Proposal? = nil,
        call: Call.ID? = nil
    ) {
        self.agreement = agreement
        self.request = request
        self.people = people
        self.proposal = proposal
        self.call = call
    }
}

/// What makes a request the same as an earlier one.
package struct RequestKey: Sendable, Hashable {
    /// A person's id or `system:CAUSE`.
    package var actor: String
    package var id: String
    /// SHA-256 of the canonical form of what was asked.
    package var fingerprint: String

    package init(actor: String, id: String, fingerprint: String) {
        self.actor = actor
        self.id = id
        self.fingerprint = fingerprint
    }
}

package import Agreements

/// What one decision is made from, read at one instant.
package struct Snapshot: Sendable {
    /// Nil when there is no such agreement.
    package var agreement: Agreement?
    package var facts: Facts
    /// The first answer, when the request arrived before.
    package var answer: Answer?
    /// Whether the request's id was used for something else before.
    package var isRequestReused: Bool
    /// Names, addresses and dossier values, for the texts of notices.
    package var directory: Directory
    /// The version of each authority row read: raised by any change to that person's grants, delegations or
    /// status.
    package var authority: [Person.ID: Int]

    package init(
        agreement: Agreement?, facts: Facts, answer: Answer? = nil, isRequestReused: Bool = false,
        directory: Directory,
        authority: [Person.ID: Int] = [:]
    ) {
        self.agreement = agreement
        self.facts = facts
        self.answer = answer
        self.isRequestReused = isRequestReused
        self.directory = directory
        self.authority = authority
    }
}

/// The erasable values that texts need: who is called how, and what the dossier says.
package struct Directory: Sendable {
    package var contacts: [Person.ID: Contact]
    package var dossier: [String: JSON]

    package init(contacts: [Person.ID: Contact] = [:], dossier: [String: JSON] = [:]) {
        self.contacts = contacts
        self.dossier = dossier
    }
}

import Agreements

/// How a person is called, with the salt under which the event holds its hash.
struct SaltedContact: Sendable {
    let contact: Contact
    let salt: [UInt8]

    init(_ contact: Contact, salt: [UInt8]) {
        self.contact = contact
        self.salt = salt
    }
}

extension RegisterChange {
    /// The change with the hash of how the person is called, where it enters one.
    func naming(_ contact: SaltedContact?) -> RegisterChange {
        guard case .personAdded(var person) = self else { return self }
        person.contact = contact.map { $0.contact.hash(salt: $0.salt) }
        return .personAdded(person: person)
    }
}

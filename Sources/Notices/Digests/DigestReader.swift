package import Agreements

/// Whom a digest is written to.
package struct DigestReader: Sendable, Hashable {
    package var person: Person.ID
    package var contact: Contact
    /// Both languages when nil.
    package var language: Language?

    package init(person: Person.ID, contact: Contact, language: Language?) {
        self.person = person
        self.contact = contact
        self.language = language
    }
}

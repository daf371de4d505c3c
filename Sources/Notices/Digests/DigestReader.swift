package import Agreements

/// Whom a digest is written to.
package struct DigestReader: Sendable, Hashable {
    package var person: Person.ID
    package var contact: Contact
    /// Both languages when nil.
    package var language: Language?
    /// Whether they come in by the links of mails alone, as whoever is of another body does.
    package var comesByLink: Bool

    package init(person: Person.ID, contact: Contact, language: Language?, comesByLink: Bool = false) {
        self.person = person
        self.contact = contact
        self.language = language
        self.comesByLink = comesByLink
    }
}

package import Agreements

/// A person as typed at the terminal.
package struct NewPerson: Sendable, Hashable {
    package var name: String
    package var email: String
    package var organisation: String?
    package var unit: String?
    package var language: Language?
    package var operatingSystemUser: String?

    package init(
        name: String, email: String, organisation: String?, unit: String?, language: Language?,
        operatingSystemUser: String?
    ) {
        self.name = name
        self.email = email
        self.organisation = organisation
        self.unit = unit
        self.language = language
        self.operatingSystemUser = operatingSystemUser
    }
}

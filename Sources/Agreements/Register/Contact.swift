/// How a person is called and written to: erasable, never in an event.
package struct Contact: Sendable, Hashable {
    package var name: String
    package var email: String
    /// The operating-system user who is this person, where they use the command line.
    package var operatingSystemUser: String?

    package init(name: String, email: String, operatingSystemUser: String? = nil) {
        self.name = name
        self.email = email
        self.operatingSystemUser = operatingSystemUser
    }
}

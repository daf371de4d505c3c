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

    /// SHA-256 of the salt and the canonical JSON of what is known, lower-case hexadecimal: what the event holds.
    package func hash(salt: [UInt8]) -> String {
        var value: [String: JSON] = ["name": .string(name), "email": .string(email)]
        value["os_user"] = operatingSystemUser.map { .string($0) }
        return ErasableValue.hash(of: salt + Array(JSON.object(value).canonical.utf8))
    }
}

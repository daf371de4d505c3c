/// A role that a person has in this agreement only, given by an act on it.
package struct RoleAssignment: Codable, Sendable, Hashable {
    package var role: String
    package var person: Person.ID

    package init(role: String, person: Person.ID) {
        self.role = role
        self.person = person
    }
}

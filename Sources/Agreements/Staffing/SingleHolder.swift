/// A step of an agreement that hangs on one person from a day to a day.
package struct SingleHolder: Sendable, Hashable {
    package var agreement: Agreement.ID
    package var reference: String?
    package var roles: [RoleReference]
    package var person: Person.ID
    package var from: Day
    /// The last day of it.
    package var until: Day

    package init(
        agreement: Agreement.ID, reference: String?, roles: [RoleReference], person: Person.ID, from: Day,
        until: Day
    ) {
        self.agreement = agreement
        self.reference = reference
        self.roles = roles
        self.person = person
        self.from = from
        self.until = until
    }
}

/// What a process is about, as far as that narrows roles.
package struct StaffingContext: Sendable, Hashable {
    /// The party; nil when it is about none.
    package var party: String?
    /// The person; nil when it is about none, or about somebody who is not chosen yet.
    package var person: Person.ID?
    /// The role of its party that was passed on; nil when none was.
    package var passing: Passing?
    /// Whether nobody can tell yet what it is about.
    package var isUnknown = false

    init(_ process: Process) {
        (party, person, passing) = (process.party, process.person, process.passing)
    }

    private init() { isUnknown = true }

    /// A process that an act will begin.
    static let unknown = StaffingContext()

    /// What it may be about, where one of the roles is that of a party: each of them.
    func resolved(_ roles: [RoleReference], parties: [Party]) -> [StaffingContext] {
        guard isUnknown, roles.contains(where: { $0.of == .party || $0.of == .otherParties }) else {
            return [self]
        }
        return parties.map { party in
            var known = self
            (known.party, known.isUnknown) = (party.id, false)
            return known
        }
    }
}

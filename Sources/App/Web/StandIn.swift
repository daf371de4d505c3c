import Agreements

/// For whom somebody does a step that reaches them by delegation; pure.
struct StandIn {
    let person: Person.ID
    let facts: Facts
    let names: [Person.ID: String]

    /// The name of the first for whom they may do it; nil where the step is their own, or none of theirs.
    func principal(in id: HumanTask.ID, of agreement: Agreement) -> String? {
        agreement.tasks.first { $0.id == id }.flatMap {
            principal(as: $0.role, in: $0.process, of: agreement)
        }
    }

    /// The same of what a role does in a process.
    func principal(as role: RoleReference, in path: String, of agreement: Agreement) -> String? {
        let (roster, process) = (Roster(agreement, facts: facts), agreement.processes[path])
        let holders = roster.holders(of: role, in: process, at: facts.now)
        guard !holders.contains(person) else { return nil }
        return holders.first {
            roster.delegation(from: $0, to: person, as: role, in: process, at: facts.now) != nil
        }.map { names[$0] ?? $0.description }
    }
}

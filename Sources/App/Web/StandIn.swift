import Agreements

/// For whom somebody does a step that reaches them by delegation; pure.
struct StandIn {
    let person: Person.ID
    let facts: Facts
    let names: [Person.ID: String]

    /// The name of the first for whom they may do it; nil where the step is their own, or none of theirs.
    func principal(in id: HumanTask.ID, of agreement: Agreement) -> String? {
        guard let task = agreement.tasks.first(where: { $0.id == id }) else { return nil }
        let (roster, process) = (Roster(agreement, facts: facts), agreement.processes[task.process])
        let holders = roster.holders(of: task.role, in: process, at: facts.now)
        guard !holders.contains(person) else { return nil }
        return holders.first {
            roster.delegation(from: $0, to: person, as: task.role, in: process, at: facts.now) != nil
        }.map { names[$0] ?? $0.description }
    }
}

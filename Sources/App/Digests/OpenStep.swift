import Agreements
import Engine
import Notices

/// An open step of an agreement, and who may do it.
struct OpenStep: Sendable, Hashable {
    /// Whoever may do a step by delegation, and for whom.
    struct Deputy: Sendable, Hashable {
        var person: Person.ID
        var grantor: Person.ID
    }

    var line: DigestLine
    var holders: [Person.ID]
    var deputies: [Deputy]

    /// The open steps of a snapshot's agreement as of `instant`; who may do them is the engine's own roster's to say.
    static func all(in snapshot: Snapshot, _ workflow: Workflow, at instant: Instant) -> [OpenStep] {
        guard let agreement = snapshot.agreement else { return [] }
        let roster = Roster(agreement, facts: snapshot.facts)
        let reference =
            agreement.reference ?? snapshot.directory.dossier["acronym"]?.text ?? agreement.id.description
        return agreement.tasks.map { task in
            let process = agreement.processes[task.process]
            let state = process.flatMap { workflow.processes[$0.definition]?.states[task.state] }
            let holders = roster.holders(of: task.role, in: process, at: instant)
            let deputies = holders.flatMap { holder in
                roster.delegates(of: holder, as: task.role, in: process, at: instant)
                    .filter { !holders.contains($0) }.map { Deputy(person: $0, grantor: holder) }
            }
            let title = state?.task?.title ?? LocalizedText(fr: task.state, en: task.state)
            return OpenStep(
                line: DigestLine(
                    reference: reference, title: title, due: task.due, openedAt: task.openedAt),
                holders: holders, deputies: deputies)
        }
    }
}

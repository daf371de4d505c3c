import Agreements
import Expressions

/// How often an agreement was renewed is read only where something renews it.
enum IdleRenewals: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        guard world.draft.neverRenews else { return }
        for use in world.processes.flatMap(\.formulas) {
            // An included file may serve definitions that renew.
            guard world.draft.isOwn(use.place),
                use.formula.program.readablePaths.contains("agreement.renewals")
            else { continue }
            log.report(
                .unused, at: use.place,
                .init(
                    fr: "agreement.renewals vaut toujours 0 : rien dans cette définition ne fait renew",
                    en: "agreement.renewals is always 0: nothing in this workflow does renew"),
                path: world.events(of: use).first?.path ?? [])
        }
    }
}

extension WorkflowDraft {
    /// Whether no action counts a renewal, as far as all actions could be read.
    var neverRenews: Bool {
        guard tellsAll else { return false }
        let processes = orderedProcesses.map(\.value)
        let actions =
            processes.flatMap(\.states).flatMap(\.actions)
            + processes.flatMap(\.transitions).flatMap(\.definition.actions)
        return !actions.contains { if case .renew = $0 { true } else { false } }
    }
}

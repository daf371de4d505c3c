import Agreements

/// A role is released where somebody may have it by the file: because an action assigned it, or who proposed.
enum IdleReleases: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        guard draft.tellsAll else { return }
        let given = draft.rolesGiven
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            for (place, actions) in process.deeds where draft.isOwn(place) {
                for case .release(let role) in actions where !given.contains(role) {
                    log.report(
                        .unused, at: place,
                        .init(
                            fr: "le retrait de \(role) ne fait rien : rien ici n’attribue ce rôle",
                            en: "the release of \(role) does nothing: nothing here assigns that role"),
                        suggestion: Spelling.nearest(to: role, in: given))
                }
            }
        }
    }
}

extension WorkflowDraft {
    /// The roles that a file may give to somebody: by an action, to who heads a laboratory, to who proposes it, or to whom
    /// the proposal names.
    fileprivate var rolesGiven: Set<String> {
        let named = parameters["named"]?.elements?.compactMap(\.text) ?? ["PI_EXT", "COORD"]
        let actions = orderedProcesses.flatMap(\.value.deeds).flatMap(\.actions)
        let assigned = actions.compactMap { if case .assign(let role, _) = $0 { role } else { nil } }
        return Set(["LAB"] + proposers + named + assigned)
    }
}

extension ProcessDraft {
    /// What its states and transitions do, with the place of each.
    fileprivate var deeds: [(place: Place, actions: [ActionDefinition])] {
        let entries = states.indices.map { index in
            (outline.states[index].fields?["do"]?.place ?? outline.states[index].place, states[index].actions)
        }
        return entries + transitions.map { ($0.place, $0.definition.actions) }
    }
}

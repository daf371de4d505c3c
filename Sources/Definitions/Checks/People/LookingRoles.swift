import Agreements

/// Who only looks has no act and no task.
enum LookingRoles: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            // Whoever could not be read is somebody.
            var read = process
            read.transitions.removeAll { $0.harm.contains(.people) }
            for use in RoleUses(of: read, notices: [:]).all where RoleNames.looking.contains(use.role.role) {
                guard !use.words.en.hasPrefix("is told") else { continue }
                log.report(
                    .stepWithoutRole, at: use.place,
                    .init(
                        fr: "\(use.role) \(use.words.fr), mais ce rôle ne fait que consulter les dossiers",
                        en: "\(use.role) \(use.words.en), but that role only looks at files"))
            }
        }
    }
}

import Agreements

/// A role narrowed to the party or the person of a process stands only where the process is about one.
enum NarrowedRoles: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        // What starts a process could not be read: nothing is known of what it is about.
        guard draft.tellsAll else { return }
        let items = ProcessItems(draft)
        for process in draft.orderedProcesses.map(\.value) where process.isRead {
            let isAboutParty = items.isAboutParty(process.name)
            let mayBeAboutPerson = items.mayBeAboutPerson(process.name)
            for use in RoleUses(of: process, notices: draft.notices.mapValues(\.value.to)).all {
                guard let problem = problem(use.role, isAboutParty, mayBeAboutPerson) else { continue }
                let message = LocalizedText(
                    fr: "\(use.role) \(use.words.fr), mais \(problem.fr)",
                    en: "\(use.role) \(use.words.en), but \(problem.en)")
                log.report(.stepWithoutRole, at: use.place, message)
            }
        }
    }

    private static func problem(_ role: RoleReference, _ isAboutParty: Bool, _ mayBeAboutPerson: Bool)
        -> LocalizedText?
    {
        switch role.of {
        case .party, .otherParties:
            isAboutParty
                ? nil
                : .init(
                    fr: "ce processus n’est pas lancé pour chaque partie : forEach: party in …",
                    en: "this process is not started for each party: forEach: party in …")
        case .person:
            mayBeAboutPerson
                ? nil
                : .init(
                    fr: "ce processus n’est pas lancé pour une personne",
                    en: "this process is not started for a person")
        case .agreement, .foreignParties, .parties: nil
        }
    }
}

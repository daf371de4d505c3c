import Agreements

/// Every notice, refusal, process and act that is named exists.
enum KnownNames: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let unread = draft.unreadNames
        for use in draft.uses.notices where draft.notices[use.name] == nil && !unread.contains(use.name) {
            log.reportUnknown(
                .unknownNotice, .init(fr: "aucun avis", en: "notice"), use.name, at: use.place,
                known: draft.notices.keys)
        }
        for use in draft.uses.refusals where draft.refusals[use.name] == nil && !unread.contains(use.name) {
            log.reportUnknown(
                .unknownRefusal, .init(fr: "aucun refus", en: "refusal"), use.name, at: use.place,
                known: draft.refusals.keys)
        }
        let processes = Set(draft.processes.keys).union(draft.parked)
        for use in draft.uses.processes where use.name != "life" && !processes.contains(use.name) {
            log.reportUnknown(
                .unknownProcess, .init(fr: "aucun processus", en: "process"), use.name, at: use.place,
                known: processes)
        }
        let statuses = statuses(of: draft)
        for restriction in draft.restrictions where !statuses.contains(restriction.value.status.rawValue) {
            log.reportUnknown(
                .unknownName,
                .init(fr: "aucun état de la situation juridique", en: "state with the legal status"),
                restriction.value.status.rawValue,
                at: restriction.place, known: statuses)
        }
        let acts = acts(of: draft)
        for use in draft.uses.acts where !acts.contains(use.name) {
            log.reportUnknown(
                .unknownAct, .init(fr: "aucun acte", en: "act"), use.name, at: use.place, known: acts)
        }
        // A refused act may be one that no version of the chart offers; only a likely slip is reported.
        for use in draft.uses.refusedActs where !acts.contains(use.name) {
            guard Spelling.nearest(to: use.name, in: acts) != nil else { continue }
            log.reportUnknown(
                .unknownAct, .init(fr: "aucun acte", en: "act"), use.name, at: use.place, known: acts)
        }
    }

    /// The act that opens a file, which no chart has.
    private static let opening = "propose"

    private static func statuses(of draft: WorkflowDraft) -> Set<String> {
        let states = draft.orderedProcesses.flatMap(\.value.states)
        return Set((states.compactMap(\.legal) + [.none]).map(\.rawValue))
    }

    private static func acts(of draft: WorkflowDraft) -> Set<String> {
        Set(draft.orderedProcesses.flatMap { $0.value.transitions }.filter(\.isAct).map(\.definition.event))
            .union([opening])
    }
}

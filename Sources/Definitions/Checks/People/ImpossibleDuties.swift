import Agreements

/// For each pair of exclusive duties there is a roster: people for all its acts, nobody on both sides.
enum ImpossibleDuties: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let acts = DutyActs(draft)
        let persons = RepeatedPersons(draft)
        for (duty, place) in zip(draft.duties, draft.dutyPlaces) {
            for act in duty.first where duty.second.contains(act) {
                let message = LocalizedText(
                    fr:
                        "\(act) est dans les deux listes d’une séparation : qui l’a fait ne pourrait jamais le refaire",
                    en: "\(act) is in both lists of a duty: who did it could never do it again")
                log.report(
                    .impossibleDuties, at: place, message, path: [act, act].map { LocalizedText(name: $0) })
            }
            for (act, before) in repetitions(duty, persons) {
                let acts = before.alternatives
                let message = LocalizedText(
                    fr: "\(act) demande qui a fait \(acts.fr), qu’une séparation en écarte : "
                        + "personne ne pourrait le faire",
                    en: "\(act) asks for who did \(acts.en), whom a duty keeps from it: "
                        + "nobody could do it")
                log.report(
                    .impossibleDuties, at: place, message,
                    path: (before.prefix(1) + [act]).map { LocalizedText(name: $0) })
            }
            for (first, second) in conflicts(duty, acts) {
                let message = LocalizedText(
                    fr: "\(first.name) et \(second.name) reviennent à deux personnes, mais une seule tient "
                        + "\(first.roles.fr) : personne ne pourrait faire le second",
                    en: "\(first.name) and \(second.name) are duties of two people, but only one holds "
                        + "\(first.roles.en): nobody could do the second")
                log.report(.impossibleDuties, at: place, message, path: [first.words, second.words])
            }
        }
        roster(draft, acts, log)
    }

    /// The acts whose guards ask for who did acts of the other list, each with those.
    private static func repetitions(
        _ duty: ExclusiveDuty, _ persons: RepeatedPersons
    ) -> [(act: String, before: [String])] {
        (duty.second + duty.first).compactMap { act in
            let before = persons.acts(before: act)
            return before.isEmpty || !before.isSubset(of: duty.barring(act)) ? nil : (act, before.sorted())
        }
    }

    /// The pairs that only one and the same person can do, one after the other.
    private static func conflicts(_ duty: ExclusiveDuty, _ acts: DutyActs) -> [(DutyAct, DutyAct)] {
        duty.first.flatMap { first in
            duty.second.filter { $0 != first }.compactMap { second in
                acts.pairs(first, second).first { a, b in
                    guard let holder = a.onlyHolder, holder == b.onlyHolder else { return false }
                    return acts.canFollow(a, b) || !duty.isInOrder && acts.canFollow(b, a)
                }
            }
        }
    }

    /// All duties together: each act may be possible beside each other one, and not all of them at once.
    private static func roster(_ draft: WorkflowDraft, _ acts: DutyActs, _ log: FindingLog) {
        guard !log.findings.contains(where: { $0.code == .impossibleDuties }),
            let place = draft.dutyPlaces.first
        else { return }
        let roster = DutyRoster(duties: draft.duties, acts: acts)
        guard let lacking = roster.lacking else { return }
        let list = lacking.joined(separator: ", ")
        let message = LocalizedText(
            fr:
                "les séparations ne peuvent pas être toutes tenues : aucune répartition n’a des personnes différentes pour \(list)",
            en: "the duties cannot all be kept: no roster has different people for \(list)")
        log.report(.impossibleDuties, at: place, message, path: lacking.map { LocalizedText(name: $0) })
    }
}

import Agreements

extension DigestWords {
    /// How many of the oldest things are told one by one.
    private static let itemsMax = 10
    /// How many of those who are late are named.
    private static let holdersMax = 20

    func subject(of summary: OfficeSummary) -> String {
        let day = typography.fullDate(morning.day)
        return say("[Entente] Suivi du \(day) – ", "[Entente] Office summary for \(day) – ")
            + counts(of: summary).joined(separator: ", ")
    }

    /// What there is of each kind; a kind of which there is nothing is left out.
    private func counts(of summary: OfficeSummary) -> [String] {
        var (overdue, undelivered, blocked, dead) = (0, 0, 0, 0)
        for item in summary.items {
            switch item.kind {
            case .overdue: overdue += 1
            case .undelivered: undelivered += 1
            case .blockedTimer: blocked += 1
            case .deadJob: dead += 1
            }
        }
        return [
            (overdue, ("action en retard", "actions en retard"), ("overdue action", "overdue actions")),
            (undelivered, ("mail non remis", "mails non remis"), ("undelivered mail", "undelivered mails")),
            (blocked, ("échéance bloquée", "échéances bloquées"), ("blocked timer", "blocked timers")),
            (dead, ("travail abandonné", "travaux abandonnés"), ("dead job", "dead jobs")),
        ]
        .filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
    }

    func text(of summary: OfficeSummary) -> String {
        let day = typography.fullDate(morning.day)
        let open = counted(
            summary.open, ("action ouverte", "actions ouvertes"), ("open action", "open actions"))
        let head = say("Bonjour,\n\nCe \(day) :\n", "Good morning,\n\nOn \(day):\n")
        let counts = ([open] + counts(of: summary)).map { "– \($0)" }.joined(separator: "\n")
        let oldest = summary.items.sorted { ($0.since, $0.reference) < ($1.since, $1.reference) }
        var parts = [head + counts] + holders(summary) + [say("Les plus anciens :", "The oldest:")]
        for (index, item) in oldest.prefix(Self.itemsMax).enumerated() {
            parts.append("\(index + 1). \(text(of: item))")
        }
        return (parts + [end]).joined(separator: "\n\n")
    }

    private func holders(_ summary: OfficeSummary) -> [String] {
        let all = summary.overdueByHolder
        guard !all.isEmpty else { return [] }
        let named = all.prefix(Self.holdersMax).map { "\($0.name ?? nobody) (\($0.count))" }
        let rest = all.count - named.count
        let more = rest > 0 ? [counted(rest, ("autre", "autres"), ("other", "others"))] : []
        return [say("En retard, par personne : ", "Overdue, by person: ") + typography.list(named + more)]
    }

    private var nobody: String { say("personne n’en est chargé", "nobody in charge") }

    private func text(of item: OfficeSummary.Item) -> String {
        let file = item.reference.isEmpty ? "" : " \(item.reference)"
        let since = day(morning.zone.day(of: item.since))
        switch item.kind {
        case .overdue(let title, let due, let holders):
            let late = morning.calendar.businessDays(after: due.day, through: morning.day)
            let who = holders.isEmpty ? nobody : typography.list(Array(holders.prefix(Self.itemsMax)))
            return say("En retard de \(businessDays(late)) : ", "Overdue by \(businessDays(late)): ")
                + "\(title[typography.language])\(file) – \(day(due.day)) – \(who)"
        case .undelivered(let notice, let address):
            let name = notice.map { say("Avis \($0)", "Notice \($0)") } ?? say("Récapitulatif", "Summary")
            return name + say(" non remis à \(address)", " not delivered to \(address)")
                + "\(file) – \(since)"
        case .blockedTimer(let name):
            return say("Échéance \(name) bloquée", "Blocked timer \(name)") + "\(file) – \(since)"
        case .deadJob(let kind, let number):
            return say("Travail \(number) (\(kind)) abandonné", "Dead job \(number) (\(kind))")
                + " – \(since)"
        }
    }
}

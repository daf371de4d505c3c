import Agreements
import Engine
import Web

/// What a new version changes in a file, in words.
struct ImpactWords {
    let target: Workflow
    let names: [Person.ID: String]
    let times: LegalTimeText

    func view(_ file: FileImpact, called name: LocalizedText) -> ImpactView.File {
        ImpactView.File(
            name: name,
            path: WebDesk.path(file.impact.agreement.description), from: file.impact.from,
            refusal: file.impact.refusal.map(words),
            changes: file.impact.changes.map { change in
                LocalizedText(fr: words(change, .french), en: words(change, .english))
            })
    }

    private func words(_ refusal: Refusal) -> LocalizedText {
        let states = refusal.state.isEmpty ? "" : " (\(refusal.state.joined(separator: ", ")))"
        return LocalizedText(fr: refusal.text.fr + states, en: refusal.text.en + states)
    }

    private func words(_ change: ImpactChange, _ language: Language) -> String {
        func line(
            _ fr: String, _ en: String, _ process: String, _ what: String, _ before: String, _ after: String
        )
            -> String
        {
            let head = language == .french ? "\(fr)\u{00A0}:" : "\(en):"
            let place = process == "life" ? "" : " (\(self.place(process, language)))"
            return [head, what + place, "\(before) → \(after)"].filter { !$0.isEmpty }.joined(separator: " ")
        }
        switch change {
        case .states(let process, let before, let after):
            return line("État", "State", process, "", states(before, language), states(after, language))
        case .legal(let before, let after):
            return line(
                "Situation juridique", "Legal status", "life", "", WebDesk.legal(before)[language],
                WebDesk.legal(after)[language])
        case .task(let process, let state, let before, let after):
            return line(
                "Étape", "Step", process, title(state, language), ask(before, language), ask(after, language))
        case .timer(let process, let state, let name, let before, let after):
            return line(
                "Échéance", "Timer", process, "\(title(state, language)) (\(timer(name)[language]))",
                ring(before, language), ring(after, language))
        case .notice(let id, _, let recipients):
            let people = recipients.map { names[$0] ?? "\($0)" }.joined(separator: ", ")
            let title = NoticeWords(workflows: [target], names: names).title(id)[language]
            return language == .french ? "Avis\u{00A0}: \(title), \(people)" : "Mail: \(title), \(people)"
        case .act(let process, let name, let before, let after):
            return line(
                "Acte", "Act", process, act(name, language), standing(before, language),
                standing(after, language))
        }
    }

    private func title(_ state: String, _ language: Language) -> String {
        target.processes.values.lazy.compactMap { $0.states[state]?.title[language] }.first ?? state
    }

    private func act(_ event: String, _ language: Language) -> String {
        let titles = target.processes.values.flatMap { $0.transitions.values }.filter { $0.event == event }
            .compactMap { $0.title?[language] }
        return titles.min() ?? event
    }

    private func states(_ states: [String]?, _ language: Language) -> String {
        states.map { $0.map { title($0, language) }.joined(separator: ", ") } ?? "–"
    }

    private func time(_ instant: Instant, _ language: Language) -> String {
        CivilTexts(language: language, zone: times.zone).dateAndTime(instant)
    }

    /// When it rings, and whom it reminds.
    private func ring(_ ring: ImpactChange.Ring?, _ language: Language) -> String {
        guard let ring else { return "–" }
        let roles = ring.recipients?.map { RoleTitles.name($0.role)[language] }.joined(separator: ", ")
        return time(ring.due, language) + (roles.map { " (\($0))" } ?? "")
    }

    /// A clock of the rules, or a reminder by the notice that it sends.
    private func timer(_ name: String) -> LocalizedText {
        let id = name.prefix { $0 != " " }
        return target.notices[String(id)] == nil
            ? TimerTexts.named(name) : NoticeWords(workflows: [target], names: names).title(String(id))
    }

    /// Which process of a file: each part of its path by its title, or as it is called.
    private func place(_ path: String, _ language: Language) -> String {
        path.split(separator: "/").dropFirst().map { part in
            target.processes[String(part)]?.title[language] ?? FieldTexts.spelled(String(part))
        }.joined(separator: " · ")
    }

    private func ask(_ ask: ImpactChange.Ask?, _ language: Language) -> String {
        guard let ask else { return "–" }
        let due = ask.due.map { due in
            due.isInclusive
                ? time(due.limit, language) : CivilTexts(language: language, zone: times.zone).date(due.day)
        }
        return [RoleTitles.name(ask.role.role)[language], due].compactMap(\.self).joined(separator: ", ")
    }

    private func standing(_ standing: ImpactChange.Standing?, _ language: Language) -> String {
        guard let standing else { return "–" }
        let roles = standing.by.map { RoleTitles.name($0.role)[language] }.joined(separator: ", ")
        guard let refusal = standing.refusal else {
            return language == .french ? "permis (\(roles))" : "allowed (\(roles))"
        }
        let because = target.refusals[refusal]?[language] ?? refusal
        return language == .french
            ? "refusé (\(roles))\u{00A0}: \(because)" : "refused (\(roles)): \(because)"
    }
}

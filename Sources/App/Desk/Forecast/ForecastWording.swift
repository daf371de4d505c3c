import Agreements
import Crypto
import Engine
import Statechart
import Web

/// Gives words, names and lasting identities to what a forecast expects.
struct ForecastWording {
    let agreements: [Agreement.ID: Agreement]
    let workflows: [String: Workflow]
    let names: [Person.ID: String]
    /// What files without a reference are called.
    let subjects: [Agreement.ID: String]
    let zone: Zone
    let institution: String
    /// How often an identity was given; a second of its kind is numbered.
    private var given: [String: Int] = [:]

    init(
        agreements: [Agreement], workflows: [String: Workflow], names: [Person.ID: String],
        subjects: [Agreement.ID: String], zone: Zone, institution: String
    ) {
        self.agreements = Dictionary(agreements.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        self.workflows = workflows
        self.names = names
        self.subjects = subjects
        self.zone = zone
        self.institution = institution
    }

    mutating func lines(_ items: [ForecastItem]) -> [ForecastLine] { items.map { line($0) } }

    private mutating func line(_ item: ForecastItem) -> ForecastLine {
        let agreement = agreements[item.agreement]
        return ForecastLine(
            item: item, day: day(of: item),
            file: agreement?.reference ?? subjects[item.agreement] ?? agreement?.instrument
                ?? item.agreement.description,
            title: title(of: item), who: who(item), whom: whom(item), uid: uid(of: item))
    }

    private func day(of item: ForecastItem) -> Day? {
        switch item.matter {
        case .deadline(_, _, let deadline): deadline.isInclusive ? nil : deadline.day
        case .legal(_, let day): day
        case .renewalWindow: zone.day(of: item.at)
        case .timer, .notice, .blocked: nil
        }
    }

    private func title(of item: ForecastItem) -> LocalizedText {
        let state = state(of: item)
        let place = state?.title ?? FieldTexts.words(item.state)
        switch item.matter {
        case .deadline: return about(item, state?.task?.title ?? place)
        case .timer(let name, _, _): return about(item, TimerTexts.named(name), in: place)
        case .renewalWindow:
            return LocalizedText(fr: "Ouverture de la fenêtre de renouvellement", en: "Renewal window opens")
        case .notice(let id, _, _, let due):
            return about(item, notice(id, item, state?.task?.title, due))
        case .legal(let status, _): return status.title
        case .blocked(let timer, let refusal):
            let timer = TimerTexts.named(timer)
            return LocalizedText(
                fr: "L’échéance « \(timer.fr) » bloquera le dossier : \(refusal.text.fr)",
                en: "The timer “\(timer.en)” will block the file: \(refusal.text.en)")
        }
    }

    /// What happens, behind what it happens to where that is not the file itself.
    private func about(
        _ item: ForecastItem, _ what: LocalizedText, in place: LocalizedText? = nil
    ) -> LocalizedText {
        let process = agreements[item.agreement].flatMap { agreement in
            workflow(of: agreement).flatMap {
                ProcessTitle(agreement: agreement, workflow: $0, zone: zone).text(item.process)
            }
        }
        let all = [process, what, place].compactMap(\.self)
        return LocalizedText(
            fr: all.map(\.fr).joined(separator: " – "), en: all.map(\.en).joined(separator: " – "))
    }

    /// What a notice is about.
    private func notice(
        _ id: String, _ item: ForecastItem, _ task: LocalizedText?, _ due: Deadline?
    ) -> LocalizedText {
        guard let agreement = agreements[item.agreement],
            let notice = workflow(of: agreement)?.notices[id]
        else { return LocalizedText(fr: id, en: id) }
        var title = NoticeTitle(subject: notice.subject)
        title.values["task"] = task
        if let day = due?.day {
            let said = LocalizedText(
                fr: CivilTexts(language: .french, zone: zone).date(day),
                en: CivilTexts(language: .english, zone: zone).date(day))
            for name in ["due", "dueDay"] { title.values[name] = said }
        }
        return title.text
    }

    private func workflow(of agreement: Agreement) -> Workflow? {
        workflows["\(agreement.workflow)@\(agreement.version)"]
    }

    private func state(of item: ForecastItem) -> StateDefinition? {
        guard let agreement = agreements[item.agreement],
            let process = agreement.processes[item.process]
        else { return nil }
        return workflow(of: agreement)?.processes[process.definition]?.states[item.state]
    }

    private func who(_ item: ForecastItem) -> [String] {
        switch item.matter {
        case .deadline(let role, let narrowedTo, _):
            let narrowed = narrowedTo.map { id in Person.ID(id).flatMap { names[$0] } ?? id }
            return [narrowed.map { "\(role.role)(\($0))" } ?? role.description]
        case .notice(_, let recipients, _, _): return recipients.map { names[$0] ?? $0.description }
        case .timer, .renewalWindow, .legal, .blocked: return []
        }
    }

    /// The same for people to read: the role by its name, and who holds it where the task is one person's.
    private func whom(_ item: ForecastItem) -> [LocalizedText] {
        guard case .deadline(let role, let narrowedTo, _) = item.matter else {
            return who(item).map { LocalizedText(fr: $0, en: $0) }
        }
        let title = RoleTitles.name(role.role)
        guard let name = narrowedTo.flatMap({ Person.ID($0) }).flatMap({ names[$0] }) else { return [title] }
        return [LocalizedText(fr: "\(title.fr) – \(name)", en: "\(title.en) – \(name)")]
    }

    private mutating func uid(of item: ForecastItem) -> String {
        let place = [item.agreement.description, item.kind, item.process, item.state, item.name]
        let key = SHA256.hexadecimal(place.joined(separator: "\n")).prefix(32)
        let count = given[String(key), default: 0] + 1
        given[String(key)] = count
        return count == 1 ? "\(key)@\(institution)" : "\(key)-\(count)@\(institution)"
    }
}

extension LegalStatus {
    /// What it means for the agreement, in words.
    fileprivate var title: LocalizedText {
        switch self {
        case .none: LocalizedText(fr: "Sans effet", en: "Without effect")
        case .inForce: LocalizedText(fr: "En vigueur", en: "In force")
        case .suspended: LocalizedText(fr: "Suspendu", en: "Suspended")
        case .expiredPending: LocalizedText(fr: "Échu, en attente de suite", en: "Expired, pending")
        case .ended: LocalizedText(fr: "Fin", en: "Ended")
        }
    }
}

import Agreements
import Crypto
import Engine

/// Gives words, names and lasting identities to what a forecast expects.
struct ForecastWording {
    let agreements: [Agreement.ID: Agreement]
    let workflows: [String: Workflow]
    let names: [Person.ID: String]
    let zone: Zone
    let institution: String
    /// How often an identity was given; a second of its kind is numbered.
    private var given: [String: Int] = [:]

    init(
        agreements: [Agreement], workflows: [String: Workflow], names: [Person.ID: String], zone: Zone,
        institution: String
    ) {
        self.agreements = Dictionary(agreements.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        self.workflows = workflows
        self.names = names
        self.zone = zone
        self.institution = institution
    }

    mutating func lines(_ items: [ForecastItem]) -> [ForecastLine] { items.map { line($0) } }

    private mutating func line(_ item: ForecastItem) -> ForecastLine {
        let agreement = agreements[item.agreement]
        return ForecastLine(
            item: item, day: day(of: item),
            file: agreement?.reference ?? agreement?.instrument ?? item.agreement.description,
            title: title(of: item), who: who(item), uid: uid(of: item))
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
        let place = state?.title ?? LocalizedText(fr: item.state, en: item.state)
        switch item.matter {
        case .deadline: return state?.task?.title ?? place
        case .timer(_, let event, _):
            return LocalizedText(fr: "\(place.fr) : \(event)", en: "\(place.en): \(event)")
        case .renewalWindow:
            return LocalizedText(fr: "Ouverture de la fenêtre de renouvellement", en: "Renewal window opens")
        case .notice(let id, _, _, _):
            return LocalizedText(fr: "\(id) – \(place.fr)", en: "\(id) – \(place.en)")
        case .legal(let status, _): return status.title
        case .blocked(let timer, let refusal):
            return LocalizedText(
                fr: "L'échéance \(timer) bloquera le dossier : \(refusal.text.fr)",
                en: "The timer \(timer) will block the file: \(refusal.text.en)")
        }
    }

    private func state(of item: ForecastItem) -> StateDefinition? {
        guard let agreement = agreements[item.agreement],
            let process = agreement.processes[item.process]
        else { return nil }
        let workflow = workflows["\(agreement.workflow)@\(agreement.version)"]
        return workflow?.processes[process.definition]?.states[item.state]
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

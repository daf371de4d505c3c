import Agreements

extension EventTexts {
    /// An event that files hold whatever their definition; nil for one that the states it led to tell.
    static func common(_ event: String) -> LocalizedText? {
        if event.hasPrefix(framework) { return frameworks[event] ?? frameworkTold }
        guard let event = MachineEvent(rawValue: event), event != .condition else { return nil }
        return text(of: event)
    }

    /// A time that came, by the name of its clock.
    static func time(_ event: String, _ definition: ProcessDefinition?) -> LocalizedText? {
        if event == MachineEvent.condition.rawValue { return text(of: .condition) }
        if event.hasPrefix(noted) {
            let name = String(event.dropFirst(noted.count))
            return TimerTexts.isReminder(name) ? TimerTexts.reminder : TimerTexts.known[name]
        }
        let clocks = definition?.states.values.flatMap(\.timers).filter { $0.event == event } ?? []
        return clocks.map(\.name).min().flatMap { TimerTexts.known[$0] }
    }

    /// In place of a technical name, which nobody is shown.
    static let unnamed = LocalizedText(fr: "Fait consigné", en: "Fact recorded")

    /// What begins the names of timers that rang without moving anything.
    private static let noted = "timer."

    /// What begins the names of events that a cited agreement tells.
    private static let framework = "framework."
    private static let frameworkTold = LocalizedText(
        fr: "Changement de l’accord-cadre", en: "Change of the framework agreement")
    private static let frameworks: [String: LocalizedText] = [
        "framework.ended": .init(fr: "Fin de l’accord-cadre", en: "End of the framework agreement")
    ]

    static func text(of event: MachineEvent) -> LocalizedText {
        switch event {
        case .proposed: LocalizedText(fr: "Dossier ouvert", en: "File opened")
        case .edited: LocalizedText(fr: "Dossier modifié", en: "Dossier changed")
        case .documentAdded: LocalizedText(fr: "Document ajouté", en: "Document added")
        case .started: LocalizedText(fr: "Commencé", en: "Begun")
        case .condition: LocalizedText(fr: "Condition remplie", en: "Condition met")
        case .replanned: LocalizedText(fr: "Échéances recalculées", en: "Dates planned again")
        case .resumed: LocalizedText(fr: "Repris", en: "Taken up again")
        case .signaturesVoided:
            LocalizedText(
                fr: "Signatures d’une version antérieure annulées",
                en: "Signatures of an earlier version voided")
        case .timerSkipped: LocalizedText(fr: "Échéance passée outre", en: "Timer left out")
        case .holdersChanged: LocalizedText(fr: "Changement de titulaires", en: "Change of holders")
        case .held: LocalizedText(fr: "Gel juridique posé", en: "Legal hold set")
        case .released: LocalizedText(fr: "Gel juridique levé", en: "Legal hold released")
        case .eliminationApproved: LocalizedText(fr: "Élimination visée", en: "Elimination approved")
        case .valuesEliminated: LocalizedText(fr: "Éléments éliminés", en: "Contents eliminated")
        case .migrated: LocalizedText(fr: "Nouvelle version des règles", en: "New version of the rules")
        case .callOpened: LocalizedText(fr: "Appel ouvert", en: "Call opened")
        case .callExtended: LocalizedText(fr: "Appel prolongé", en: "Call extended")
        case .dossierChanged:
            LocalizedText(fr: "Suite d’un dossier modifié", en: "After a change of the dossier")
        case .textChanged: LocalizedText(fr: "Nouvelle version du texte", en: "New version of the text")
        case .pieceAdded: LocalizedText(fr: "Suite d’un document ajouté", en: "After a document was added")
        case .measureChanged: LocalizedText(fr: "Mesure posée ou levée", en: "Measure set or ended")
        case .delegationChanged:
            LocalizedText(fr: "Délégation donnée ou finie", en: "Delegation given or ended")
        case .partiesChanged: LocalizedText(fr: "Parties modifiées", en: "Parties changed")
        }
    }
}

import Agreements

extension Catalogue {
    /// Absence and delegation.
    static let leave: [String: LocalizedText] = [
        "menu.leave": .init(fr: "Absence et délégation", en: "Absence and delegation"),
        "leave.absences": .init(fr: "Absences", en: "Absences"),
        "leave.absenceHelp": .init(
            fr:
                "Vos droits ne changent pas ; vos courriels vont aussi à vos délégataires, et le bureau voit à l’avance "
                + "quelles étapes resteraient sans personne.",
            en:
                "Your rights do not change; your mails go to your delegates as well, and the office sees ahead which "
                + "steps would be left without anybody."),
        "leave.first": .init(fr: "Du", en: "From"),
        "leave.last": .init(fr: "Au, inclus", en: "Until, included"),
        "leave.until": .init(fr: "Au", en: "Until"),
        "leave.add": .init(fr: "Enregistrer l’absence", en: "Enter the absence"),
        "leave.end": .init(fr: "Y mettre fin", en: "End it"),
        "leave.recorded": .init(fr: "L’absence est enregistrée.", en: "The absence is entered."),
        "leave.gaps": .init(
            fr:
                "Tant qu’elle dure, personne d’autre ne pourrait agir sur ces dossiers ; une délégation y pourvoit.",
            en: "While it lasts nobody else could act on these files; a delegation provides for them."),
        "leave.delegations": .init(fr: "Délégations", en: "Delegations"),
        "leave.delegationHelp": .init(
            fr:
                "Une délégation est personnelle et datée ; elle cesse avec vos fonctions ou celles du délégataire, et ne "
                + "se transmet pas. Vous pouvez toujours reprendre un dossier.",
            en:
                "A delegation is personal and dated; it ends with your office or your delegate’s, and cannot be passed "
                + "on. You can always take a file back."),
        "leave.given": .init(fr: "Accordées", en: "Given"),
        "leave.received": .init(fr: "Reçues", en: "Received"),
        "leave.to": .init(fr: "À", en: "To"),
        "leave.for": .init(fr: "Pour", en: "For"),
        "leave.role": .init(fr: "Rôle", en: "Role"),
        "leave.scope": .init(fr: "Portée", en: "Scope"),
        "leave.scopeHelp": .init(
            fr: "Un dossier par sa référence, ou * pour tous ceux que vous suivez.",
            en: "One file by its reference, or * for all that you follow."),
        "leave.everything": .init(fr: "tous les dossiers", en: "all files"),
        "leave.revoke": .init(fr: "Reprendre", en: "Take back"),
        "leave.over": .init(fr: "terminée", en: "over"),
        "leave.new": .init(fr: "Nouvelle délégation", en: "New delegation"),
        "leave.delegate": .init(fr: "Déléguer", en: "Delegate"),
    ]
}

import Agreements

extension Catalogue {
    /// Reference lists, and what is set for the whole institution.
    static let reference: [String: LocalizedText] = [
        "list.reference": .init(fr: "Listes de référence", en: "Reference lists"),
        "filter.list": .init(fr: "Liste", en: "List"),
        "column.code": .init(fr: "Code", en: "Code"),
        "column.country": .init(fr: "Pays", en: "Country"),
        "column.details": .init(fr: "Détails", en: "Details"),
        "column.list": .init(fr: "Liste", en: "List"),
        "column.next": .init(fr: "Suivi de", en: "Followed by"),
        "settings.name": .init(fr: "Institution", en: "Institution"),
        "settings.contact": .init(fr: "Adresse de contact", en: "Contact address"),
        "settings.zone": .init(fr: "Fuseau des échéances", en: "Zone of deadlines"),
        "settings.where": .init(
            fr:
                "Réponses et copies de tous les courriels vont à l’adresse de contact. Elle se change ici ; un nouveau "
                + "réglage du serveur la remplace :",
            en:
                "Replies and copies of every mail go to the contact address. It is changed here; a new setting of the "
                + "server takes its place:"),
        "settings.periods": .init(
            fr:
                "Les durées, silences compris, sont dans les définitions ; les mesures restrictives ont leur liste :",
            en:
                "Periods, silences included, are in the definitions; restrictive measures have a list of their own:"
        ),
        "settings.load": .init(fr: "Mettre les listes à jour", en: "Bring the lists up to date"),
        "settings.loadHelp": .init(
            fr:
                "Lit les fichiers du serveur ; ce qui a changé est clos à ce jour, rien n’est effacé, et ce qui a été saisi ici demeure.",
            en:
                "Reads the server’s files; what changed is closed today, nothing is erased, and what was entered here stays."
        ),
    ]
}

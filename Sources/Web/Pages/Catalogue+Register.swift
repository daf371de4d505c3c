import Agreements

extension Catalogue {
    /// Notices, jobs and the register as the office reads them.
    static let register: [String: LocalizedText] = [
        "list.notices": .init(fr: "Avis", en: "Notices"),
        "list.jobs": .init(fr: "Travaux", en: "Jobs"),
        "list.people": .init(fr: "Personnes", en: "People"),
        "list.organisations": .init(fr: "Organismes", en: "Organisations"),
        "list.grants": .init(fr: "Rôles accordés", en: "Grants"),
        "list.delegations": .init(fr: "Délégations", en: "Delegations"),
        "list.absences": .init(fr: "Absences", en: "Absences"),
        "list.successions": .init(fr: "Fusions", en: "Mergers"),
        "list.measures": .init(fr: "Mesures restrictives", en: "Measures"),
        "list.calls": .init(fr: "Appels", en: "Calls"),
        "list.subscriptions": .init(fr: "Abonnements aux appels", en: "Subscriptions to calls"),
        "filter.file": .init(fr: "Mots du dossier", en: "Words of the file"),
        "filter.from": .init(fr: "Écrit du", en: "Written from"),
        "filter.kind": .init(fr: "Nature", en: "Kind"),
        "filter.recipient": .init(fr: "Destinataire", en: "Recipient"),
        "filter.rule": .init(fr: "Règle", en: "Rule"),
        "filter.until": .init(fr: "Écrit jusqu’au", en: "Written until"),
        "filter.year": .init(fr: "Année", en: "Year"),
        "filter.status": .init(fr: "État", en: "Status"),
        "filter.standing": .init(fr: "Validité", en: "Standing"),
        "sheet.eliminated": .init(
            fr: "Éliminé, avec ce qui était écrit", en: "Eliminated, with what was written"),
        "sheet.copy": .init(fr: "Copie", en: "Copy"),
        "sheet.acknowledged": .init(fr: "Pris en charge :", en: "Seen to:"),
        "sheet.verdicts": .init(fr: "Réponses des serveurs", en: "Answers of the servers"),
        "sheet.reply": .init(fr: "Réponse", en: "Reply"),
        "sheet.noVerdict": .init(fr: "Aucune réponse pour l’instant.", en: "No answer yet."),
        "sheet.hidden": .init(
            fr: "Vos rôles ne donnent pas à lire ce que disent les courriels de ce dossier.",
            en: "Your roles do not let you read what the mails of this file say."),
        "sheet.text": .init(fr: "Ce qui a été écrit", en: "What was written"),
        "clock.title": .init(fr: "Horloge simulée", en: "Simulated clock"),
        "clock.lead": .init(
            fr: "En avançant, elle s’arrête à chaque échéance et la laisse servir ; elle ne recule jamais.",
            en: "On its way it stops at every due instant and lets it be served; it never goes back."),
        "clock.day": .init(fr: "Un jour plus tard", en: "A day later"),
        "clock.week": .init(fr: "Une semaine plus tard", en: "A week later"),
        "clock.month": .init(fr: "Un mois plus tard", en: "A month later"),
        "clock.to": .init(fr: "Jusqu’au", en: "Until"),
        "clock.advance": .init(fr: "Avancer", en: "Advance"),
        "forecast.title": .init(fr: "Prévision", en: "Forecast"),
        "forecast.lead": .init(
            fr: "Ce que les règles feront arriver d’ici là si personne n’agit.",
            en: "What the rules will bring about until then if nobody acts."),
        "forecast.until": .init(fr: "Jusqu’au", en: "Until"),
        "forecast.calendar": .init(fr: "Calendrier (.ics)", en: "Calendar (.ics)"),
        "forecast.partial": .init(
            fr:
                "Seuls les dossiers dont une échéance vient en premier sont comptés ici ; un jour plus proche en montre moins.",
            en: "Only the files in which something is due first are counted here; a nearer day shows fewer."),
        "forecast.none": .init(fr: "Rien ce mois-là.", en: "Nothing in this month."),
        "forecast.months": .init(fr: "Mois", en: "Months"),
        "forecast.wholeDay": .init(fr: "jour entier", en: "all day"),
        "column.what": .init(fr: "Ce qui arrive", en: "What happens"),
        "column.when": .init(fr: "Quand", en: "When"),
    ]
}

import Agreements

extension Catalogue {
    static let entries: [String: LocalizedText] = [
        frame, start, notice, problems, door, files, batch, links, paper, leave, accessibility, office,
        proposal, documents, definitions, reference, retention, entry, findings,
    ].reduce(into: [String: LocalizedText]()) { $0.merge($1) { $1 } }.mapValues { text in
        LocalizedText(fr: Typography.french(text.fr), en: text.en)
    }

    private static let frame: [String: LocalizedText] = [
        "skip": .init(fr: "Aller au contenu", en: "Skip to content"),
        "language": .init(fr: "Langue", en: "Language"),
        "about": .init(
            fr: "Entente suit les accords de coopération, de la proposition à l’archivage.",
            en: "Entente follows cooperation agreements from proposal to archive."),
        "total": .init(fr: "Total", en: "Total"),
        "attention": .init(fr: "à traiter", en: "needs attention"),
        "problem.reference": .init(
            fr: "Code et référence de la demande :", en: "Status and request reference:"),
        "problem.back": .init(fr: "Revenir à l’accueil", en: "Back to the start page"),
    ]

    private static let notice: [String: LocalizedText] = [
        "notice.awaited": .init(
            fr: "Le dossier attend à cette étape.", en: "The file is waiting at this step."),
        "notice.calm": .init(
            fr: "Plus rien n’est attendu à cette étape.", en: "Nothing is awaited at this step any more."),
        "notice.file": .init(fr: "Dossier", en: "File"),
        "notice.instrument": .init(fr: "Dispositif", en: "Instrument"),
        "notice.next": .init(fr: "Que faire ?", en: "What to do next"),
        "notice.answer": .init(
            fr: "Répondez au courriel qui vous a conduit ici, ou écrivez au bureau :",
            en: "Answer the mail that led you here, or write to the office:"),
        "notice.nothing": .init(
            fr: "Ouvrir cette page n’a rien changé au dossier.",
            en: "Opening this page changed nothing in the file."),
    ]

    private static let start: [String: LocalizedText] = [
        "start.lead": .init(
            fr: "Entente fonctionne. Voici où en sont les accords, et ce qui attend.",
            en: "Entente is running. This is where the agreements stand, and what is waiting."),
        "welcome.lead": .init(
            fr: "Les accords de partenariat de recherche, du projet à l’archivage.",
            en: "Research partnership agreements, from the proposal to the archive."),
        "welcome.accounts": .init(
            fr:
                "Les comptes d’une démonstration s’affichent à son premier démarrage, dans la fenêtre du serveur ; "
                + "il les garde dans le fichier demonstration-accounts de son dossier .entente.",
            en:
                "The accounts of a demonstration are printed when it first starts, in the window of the server; "
                + "it keeps them in the file demonstration-accounts of its folder .entente."),
        "welcome.contact": .init(fr: "Une question ? Écrivez à", en: "A question? Write to"),
        "simulated.title": .init(fr: "Base simulée.", en: "Simulated database."),
        "simulated.detail": .init(
            fr: "Son horloge n’avance que sur commande ; rien de ce qui s’y trouve n’engage quiconque.",
            en: "Its clock moves by command only; nothing in it binds anyone."),
        "fact.legalTime": .init(fr: "Heure légale", en: "Legal time"),
        "fact.database": .init(fr: "Base de données", en: "Database"),
        "fact.version": .init(fr: "Version", en: "Version"),
        "database.simulated": .init(fr: "simulée", en: "simulated"),
        "database.real": .init(fr: "réelle", en: "real"),
        "agreements.title": .init(fr: "Accords", en: "Agreements"),
        "agreements.caption": .init(
            fr: "Nombre d’accords par instrument et par situation juridique",
            en: "Number of agreements by instrument and legal status"),
        "agreements.instrument": .init(fr: "Instrument", en: "Instrument"),
        "agreements.empty": .init(fr: "Aucun accord pour l’instant.", en: "No agreement yet."),
        "legal.none": .init(fr: "Sans effet", en: "No effect yet"),
        "legal.in_force": .init(fr: "En vigueur", en: "In force"),
        "legal.suspended": .init(fr: "Suspendu", en: "Suspended"),
        "legal.expired_pending": .init(fr: "Échu, suite attendue", en: "Expired, pending"),
        "legal.ended": .init(fr: "Terminé", en: "Ended"),
        "tasks.title": .init(fr: "Tâches ouvertes", en: "Open tasks"),
        "tasks.caption": .init(fr: "Ce qui attend, par rôle", en: "What is waiting, by role"),
        "tasks.role": .init(fr: "Rôle", en: "Role"),
        "tasks.open": .init(fr: "Ouvertes", en: "Open"),
        "tasks.oldest": .init(fr: "La plus ancienne depuis", en: "Oldest since"),
        "tasks.empty": .init(fr: "Personne n’est attendu.", en: "Nobody is awaited."),
        "due.title": .init(fr: "Prochaines échéances", en: "Next due instants"),
        "due.empty": .init(fr: "Aucune échéance prévue.", en: "Nothing falls due."),
        "machine.title": .init(fr: "Avis et travaux", en: "Notices and jobs"),
        "figure.owed": .init(fr: "Avis dus", en: "Notices owed"),
        "figure.sent": .init(fr: "Avis envoyés", en: "Notices sent"),
        "figure.failed": .init(fr: "Avis en échec", en: "Notices failed"),
        "figure.waiting": .init(fr: "Travaux en attente", en: "Jobs waiting"),
        "figure.dead": .init(fr: "Travaux abandonnés", en: "Jobs given up"),
        "commands.title": .init(fr: "En ligne de commande", en: "From the command line"),
        "commands.lead": .init(
            fr: "Ce que font les pages se fait aussi depuis un terminal, sur le serveur :",
            en: "What the pages do is done from a terminal, too, on the server:"),
        "commands.help": .init(fr: "Toutes les commandes", en: "All commands"),
    ]
}

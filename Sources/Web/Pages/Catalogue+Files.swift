import Agreements

extension Catalogue {
    /// Pages about files.
    static let files: [String: LocalizedText] = [
        "todo.one": .init(fr: "étape vous attend", en: "step waits for you"),
        "todo.count": .init(fr: "étapes vous attendent", en: "steps wait for you"),
        "todo.overdue": .init(fr: "en retard", en: "overdue"),
        "todo.late": .init(fr: "En retard", en: "Overdue"),
        "todo.noDue": .init(fr: "Sans échéance", en: "No due date"),
        "todo.since": .init(fr: "depuis le", en: "since"),
        "todo.for": .init(fr: "pour", en: "for"),
        "todo.lead": .init(fr: "proposé par", en: "proposed by"),
        "todo.year": .init(fr: "par an", en: "a year"),
        "todo.empty": .init(fr: "Rien ne vous attend.", en: "Nothing waits for you."),
        "file.draft": .init(fr: "Brouillon", en: "Draft"),
        "file.state": .init(fr: "Étape", en: "Stage"),
        "file.legal": .init(fr: "Situation juridique", en: "Legal status"),
        "file.blocked": .init(
            fr: "Bloqué par l’avis de sûreté", en: "Blocked by the security opinion"),
        "file.term": .init(fr: "Durée", en: "Term"),
        "file.openEnd": .init(fr: "sans terme", en: "open-ended"),
        "file.registerNumber": .init(fr: "Numéro d’enregistrement", en: "Register number"),
        "file.namesakes": .init(
            fr: "D’autres accords vivants portent ce sigle", en: "Other live agreements have this acronym"),
        "file.unseenNamesakes": .init(
            fr: "Un autre, que vous ne voyez pas : le Pôle relations internationales en jugera.",
            en: "Another one, which you do not see: the international office will judge."),
        "file.phases": .init(fr: "Phases du dossier", en: "Phases of the file"),
        "file.turn": .init(fr: "À qui le tour ?", en: "Whose turn is it?"),
        "file.yours": .init(fr: "à vous", en: "yours"),
        "file.nobody": .init(fr: "personne pour l’instant", en: "nobody at present"),
        "file.unnamed": .init(
            fr: "par des personnes dont le nom est réservé", en: "by people whose names are withheld"),
        "file.unseenWait": .init(
            fr: "L’étape en cours n’est pas de celles que vous voyez.",
            en: "The step under way is not one that you see."),
        "file.nextCall": .init(
            fr: "Le dossier attend l’ouverture du prochain appel.",
            en: "The file waits for the next call to open."),
        "file.opinions": .init(fr: "Avis et visas", en: "Opinions and endorsements"),
        "file.noOpinion": .init(fr: "Aucun n’est rendu que vous voyiez.", en: "None is given that you see."),
        "file.changes": .init(fr: "Ce qui a changé dans le texte", en: "What changed in the text"),
        "act.stale": .init(
            fr:
                "Le dossier a changé pendant que vous remplissiez ce formulaire : relisez ce qui suit, puis envoyez-le.",
            en: "The file changed while you filled in this form: read what follows, then send it."),
        "act.over": .init(
            fr: "L’acte que vous ouvriez n’est pas attendu : le dossier n’est pas, ou plus, à cette étape.",
            en: "The act that you opened is not expected: the file is not, or no longer, at that step."),
        "act.notYours": .init(
            fr: "L’acte que vous ouvriez ne revient à aucun de vos rôles sur ce dossier.",
            en: "The act that you opened belongs to none of your roles on this file."),
        "act.noPart": .init(
            fr:
                "L’adresse ne dit pas de quelle partie du dossier il s’agit : ouvrez l’acte depuis cette page.",
            en: "The address does not say which part of the file is meant: open the act from this page."),
        "act.written": .init(fr: "Ce que vous aviez écrit :", en: "What you wrote:"),
        "act.toFile": .init(fr: "Voir le dossier", en: "See the file"),
        "act.since": .init(fr: "Ce qui s’est passé depuis", en: "What happened since"),
        "act.agreement": .init(fr: "Convention", en: "Agreement"),
        "act.readText": .init(fr: "Lire le texte", en: "Read the text"),
        "act.party": .init(fr: "Vous signez pour", en: "You sign for"),
        "act.capacity": .init(fr: "En qualité de", en: "In the capacity of"),
        "act.file": .init(fr: "Ou joindre un fichier", en: "Or attach a file"),
        "act.orFile": .init(fr: "ou joindre un fichier", en: "or attach a file"),
        "file.due": .init(fr: "pour le", en: "due"),
        "file.noWait": .init(fr: "Personne n’est attendu.", en: "Nobody is awaited."),
        "file.acts": .init(fr: "Ce que vous pouvez faire", en: "What you can do"),
        "file.refused": .init(
            fr: "Ce que vous ne pouvez pas faire, et pourquoi", en: "What you cannot do, and why"),
        "file.clocks": .init(fr: "Ce qui viendra de soi-même", en: "What will come by itself"),
        "file.documents": .init(fr: "Documents", en: "Documents"),
        "file.parties": .init(fr: "Parties", en: "Parties"),
        "file.dossier": .init(fr: "Dossier", en: "Dossier"),
        "file.people": .init(fr: "Personnes", en: "People"),
        "file.history": .init(fr: "Ce qui s’est passé", en: "What happened"),
        "file.earlier": .init(fr: "Tout ce qui s’est passé", en: "All that happened"),
        "phase.passed": .init(fr: "passée", en: "passed"),
        "phase.here": .init(fr: "en cours", en: "current"),
        "phase.ahead": .init(fr: "à venir", en: "ahead"),
        "document.kind": .init(fr: "Document", en: "Document"),
        "document.version": .init(fr: "Version", en: "Version"),
        "document.added": .init(fr: "Ajouté le", en: "Added"),
        "document.hash": .init(fr: "Empreinte SHA-256", en: "SHA-256"),
        "document.size": .init(fr: "Taille", en: "Size"),
        "act.principal": .init(fr: "Au nom de", en: "On behalf of"),
        "act.reason": .init(fr: "Motif", en: "Reason"),
        "act.asked": .init(fr: "Ce qui est demandé", en: "What is asked"),
        "act.reply": .init(fr: "Votre réponse", en: "Your answer"),
        "act.reasonHelp": .init(
            fr: "Il reste au dossier et sera lu par ceux que l’acte concerne.",
            en: "It stays in the file and will be read by those concerned."),
        "act.reasonMissing": .init(fr: "donnez un motif", en: "give a reason"),
        "act.proof": .init(fr: "Confirmez que c’est bien vous", en: "Confirm that it is you"),
        "act.proofMissing": .init(
            fr: "Cet acte engage : donnez votre mot de passe.", en: "This act binds: give your password."),
        "act.linkAgain": .init(
            fr:
                "Votre code date de plus de cinq minutes : rouvrez le lien du courriel et demandez-en un autre.",
            en:
                "Your code is more than five minutes old: open the link of the mail again and ask for another."
        ),
    ]
}

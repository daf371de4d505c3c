import Agreements

extension Catalogue {
    /// Definitions: published ones, and the one that somebody brings.
    static let definitions: [String: LocalizedText] = published.merging(candidate) { $1 }.merging(gate) { $1 }

    private static let published: [String: LocalizedText] = [
        "definitions.title": .init(fr: "Définitions", en: "Definitions"),
        "definitions.lead": .init(
            fr:
                "Les règles de chaque dispositif, version par version. Un dossier garde celle avec laquelle il a commencé.",
            en: "The rules of each instrument, version by version. A file keeps the one that it began with."),
        "definitions.none": .init(fr: "Aucune définition publiée.", en: "No definition is published."),
        "definitions.awaited": .init(
            fr: "Encore à l’épreuve, puis publiés d’eux-mêmes : {files}.",
            en: "Still being proved, then published by themselves: {files}."),
        "definitions.refused": .init(
            fr:
                "Non publiés au démarrage du serveur : {files}. « entente workflow check » en donne les raisons ; les versions d’avant restent en vigueur.",
            en:
                "Not published at the start of the server: {files}. “entente workflow check” tells why; the versions before stay in force."
        ),
        "definitions.machine": .init(fr: "au démarrage du serveur", en: "at a start of the server"),
        "definitions.bring": .init(fr: "Apporter une définition", en: "Bring a definition"),
        "definitions.bringHelp": .init(
            fr:
                "Elle est éprouvée, dessinée et comparée aux dossiers en cours ; rien n’est publié avant votre accord.",
            en:
                "It is proved, drawn and compared with the running files; nothing is published before you say so."
        ),
        "definitions.last": .init(fr: "La dernière apportée", en: "The one brought last"),
        "definitions.file": .init(fr: "Fichier de la définition (YAML)", en: "File of the definition (YAML)"),
        "definitions.parts": .init(fr: "Fichiers inclus qui changent", en: "Included files that change"),
        "definitions.partsHelp": .init(
            fr: "Les autres sont pris sur le serveur, par leur nom.",
            en: "The others are taken from the server, by their names."),
        "definitions.fileMissing": .init(fr: "choisissez un fichier", en: "choose a file"),
        "definitions.check": .init(fr: "Éprouver", en: "Prove it"),
        "definitions.stages": .init(fr: "Dossiers par étape", en: "Files by stage"),
        "definitions.stagesNote": .init(
            fr: "Chaque dossier de cette version est compté une fois, au",
            en: "Each file of this version is counted once, at"),
        "definitions.chart": .init(fr: "Schéma", en: "Diagram"),
        "definitions.processes": .init(fr: "Circuits de la définition", en: "Processes of the definition"),
        "definitions.picture": .init(fr: "Schéma du circuit", en: "Diagram of the process"),
        "definitions.pictureText": .init(
            fr: "Ses états sont en tableau sous l’image.",
            en: "Its states are in the table below the picture."),
        "definitions.wholePicture": .init(fr: "Le schéma entier (SVG)", en: "The whole diagram (SVG)"),
        "definitions.states": .init(fr: "Tous les états, en tableau", en: "All states, as a table"),
        "definitions.files": .init(fr: "Dossiers en attente", en: "Files that wait"),
        "definitions.values": .init(fr: "Durées et autres valeurs", en: "Periods and other values"),
        "column.publisher": .init(fr: "Publiée par", en: "Published by"),
        "column.published": .init(fr: "Publiée le", en: "Published"),
        "column.running": .init(fr: "Dossiers en cours", en: "Running files"),
        "column.value": .init(fr: "Valeur", en: "Value"),
        "column.version": .init(fr: "Version", en: "Version"),
        "filter.version": .init(fr: "Version", en: "Version"),
    ]

    private static let candidate: [String: LocalizedText] = [
        "candidate.title": .init(fr: "Définition à publier", en: "Definition to publish"),
        "candidate.none": .init(
            fr: "Vous n’avez apporté aucune définition.", en: "You brought no definition."),
        "candidate.files": .init(fr: "Fichiers", en: "Files"),
        "candidate.brought": .init(fr: "Apportée le", en: "Brought"),
        "candidate.new": .init(fr: "Nouvelle version", en: "New version"),
        "candidate.published": .init(fr: "Publiée", en: "Published"),
        "candidate.taken": .init(
            fr: "Version déjà publiée avec un autre contenu : donnez-lui un nouveau numéro",
            en: "Version published before with another content: give it a new number"),
        "candidate.impact": .init(
            fr: "Ce que changerait le passage des dossiers en cours",
            en: "What moving the running files would change"),
        "candidate.impactLead": .init(
            fr:
                "Calculé sur les dossiers tels qu’ils sont maintenant, par les règles mêmes qui les feraient passer.",
            en: "Worked out on the files as they are now, by the very rules that would move them."),
        "candidate.calm": .init(
            fr: "Aucun dossier en cours ne suit une autre version.",
            en: "No running file follows another version."),
        "candidate.waiting": .init(fr: "Suivent une autre version", en: "Follow another version"),
        "candidate.moving": .init(fr: "Passeraient", en: "Would move"),
        "candidate.staying": .init(fr: "Resteraient", en: "Would stay"),
        "candidate.cut": .init(
            fr: "Seuls les mille plus anciens ont été étudiés ; `entente workflow impact` les étudie tous.",
            en: "Only the thousand oldest were studied; `entente workflow impact` studies all of them."),
        "candidate.stays": .init(fr: "Reste", en: "Stays"),
        "candidate.same": .init(fr: "Seule la version change.", en: "Only the version changes."),
        "candidate.publish": .init(fr: "Publier", en: "Publish"),
        "candidate.publishHelp": .init(
            fr: "Les nouveaux dossiers la suivront. Une version publiée ne change plus jamais.",
            en: "New files will follow it. A published version never changes."),
        "candidate.migrate": .init(
            fr: "Faire passer aussi les dossiers en cours, comme indiqué ci-dessus",
            en: "Move the running files as well, as told above"),
        "candidate.move": .init(fr: "Faire passer les dossiers en cours", en: "Move the running files"),
        "candidate.moveHelp": .init(
            fr: "Ceux qui ne peuvent pas passer gardent leur version.",
            en: "Those that cannot move keep their version."),
    ]

    private static let gate: [String: LocalizedText] = [
        "gate.title": .init(fr: "Épreuve", en: "Proof gate"),
        "gate.sound": .init(
            fr: "Rien à redire : chaque situation de chaque circuit a été parcourue.",
            en: "Nothing is wrong: every situation of every process was visited."),
        "gate.unsound": .init(fr: "Elle ne peut pas être publiée :", en: "It cannot be published:"),
        "gate.warnings": .init(fr: "Avertissements", en: "Warnings"),
        "gate.properties": .init(fr: "Ce que la définition promet", en: "What the definition promises"),
        "gate.property": .init(fr: "Propriété", en: "Property"),
        "gate.answer": .init(fr: "Réponse", en: "Answer"),
        "gate.proved": .init(fr: "prouvé", en: "proved"),
        "gate.refuted": .init(fr: "réfuté", en: "refuted"),
        "gate.not_decided": .init(fr: "non décidé", en: "not decided"),
    ]
}

import Agreements

extension Catalogue {
    /// Pages about new proposals.
    static let proposal: [String: LocalizedText] = [
        "menu.new": .init(fr: "Nouveau dossier", en: "New proposal"),
        "proposal.title": .init(fr: "Nouveau dossier", en: "New proposal"),
        "proposal.lead": .init(
            fr:
                "Choisissez un dispositif, puis remplissez le dossier pas à pas. Chaque étape est enregistrée : vous pouvez vous arrêter et reprendre plus tard.",
            en:
                "Choose an instrument, then fill in the proposal step by step. Every step is saved: you may stop and go on later."
        ),
        "proposal.choose": .init(fr: "Que voulez-vous proposer ?", en: "What do you want to propose?"),
        "proposal.begin": .init(fr: "Commencer", en: "Begin"),
        "proposal.call": .init(fr: "Appel", en: "Call"),
        "proposal.callUntil": .init(fr: "ouvert jusqu’au", en: "open until"),
        "proposal.callFrom": .init(fr: "ouvre le", en: "opens on"),
        "proposal.noCall": .init(
            fr: "Aucun appel n’est ouvert ni annoncé.", en: "No call is open or announced."),
        "proposal.none": .init(
            fr: "Vos rôles ne permettent de proposer aucun dispositif. Écrivez au bureau :",
            en: "Your roles let you propose no instrument. Write to the office:"),
        "proposal.drafts": .init(fr: "Vos brouillons", en: "Your drafts"),
        "proposal.subject": .init(fr: "Dossier", en: "Proposal"),
        "proposal.copy": .init(
            fr: "Nouveau dossier à partir de celui-ci", en: "New proposal from this file"),
        "proposal.copied": .init(
            fr: "Parties, unité et dossier seront repris de",
            en: "Parties, unit and dossier will be taken from"),
        "proposal.savedOn": .init(fr: "Enregistré le", en: "Saved on"),
        "proposal.kept": .init(fr: "Brouillon enregistré à", en: "Draft saved at"),
        "proposal.notKept": .init(
            fr: "Le brouillon n’a pu être enregistré : un bouton ci-dessus l’enregistre.",
            en: "The draft could not be saved: a button above saves it."),
        "proposal.stale": .init(
            fr:
                "Ce brouillon a été modifié dans une autre fenêtre pendant que vous écriviez : ce que vous avez tapé est resté ici. Relisez ce qui suit, puis enregistrez.",
            en:
                "This draft was changed in another window while you wrote: what you typed is still here. Read what follows, then save."
        ),
        "proposal.since": .init(fr: "Ce qui est enregistré maintenant", en: "What is saved now"),
        "proposal.stopped": .init(
            fr:
                "Ce brouillon a été modifié dans une autre fenêtre : cette page ne s’enregistre plus d’elle-même. Un bouton ci-dessus montre la différence.",
            en:
                "This draft was changed in another window: this page saves itself no more. A button above shows the difference."
        ),
        "proposal.lost": .init(fr: "Brouillon supprimé", en: "Draft discarded"),
        "proposal.lostDetail": .init(
            fr:
                "Ce brouillon n’existe plus : il a été supprimé dans une autre fenêtre. Rien n’a été enregistré ; ce que vous avez tapé peut être repris dans un nouveau brouillon.",
            en:
                "This draft is there no more: it was discarded in another window. Nothing was saved; what you typed can go into a new draft."
        ),
        "proposal.sent": .init(fr: "Brouillon devenu un dossier", en: "Draft made into a file"),
        "proposal.sentDetail": .init(
            fr:
                "Un dossier a été créé de ce brouillon dans une autre fenêtre. Rien n’a été enregistré : modifiez le dossier lui-même.",
            en:
                "A file was created from this draft in another window. Nothing was saved: change the file itself."
        ),
        "proposal.lostStopped": .init(
            fr:
                "Ce brouillon a été supprimé ou envoyé dans une autre fenêtre : cette page ne s’enregistre plus. Un bouton ci-dessus dit ce qu’il en est et garde ce que vous avez tapé.",
            en:
                "This draft was discarded or sent in another window: this page saves itself no more. A button above tells what happened and keeps what you typed."
        ),
        "proposal.takeOver": .init(fr: "Reprendre dans un nouveau brouillon", en: "Go on in a new draft"),
        "proposal.savedAt": .init(fr: "Brouillon enregistré le", en: "Draft saved on"),
        "proposal.savedDraft": .init(
            fr: "Le brouillon est enregistré : il vous attend ici.",
            en: "The draft is saved: it waits for you here."),
        "proposal.discard": .init(fr: "Supprimer", en: "Discard"),
        "proposal.discarded": .init(fr: "Le brouillon est supprimé.", en: "The draft is discarded."),
        "proposal.untitled": .init(fr: "Sans titre", en: "Untitled"),
        "proposal.steps": .init(fr: "Étapes du dossier", en: "Steps of the proposal"),
        "proposal.parties": .init(fr: "Parties", en: "Parties"),
        "proposal.who": .init(fr: "Qui et quand", en: "Who and when"),
        "proposal.labs": .init(fr: "Laboratoires", en: "Laboratories"),
        "proposal.labsHelp": .init(
            fr:
                "Chaque laboratoire relève d’une des parties et a un responsable. Laissez vides les lignes de trop.",
            en:
                "Each laboratory belongs to one of the parties and has a head. Leave the lines that you do not need empty."
        ),
        "proposal.more": .init(fr: "Enregistrer et ajouter des lignes", en: "Save and add lines"),
        "proposal.dossier": .init(fr: "Dossier", en: "Dossier"),
        "proposal.check": .init(fr: "Relecture", en: "Review"),
        "proposal.complete": .init(fr: "complet", en: "complete"),
        "proposal.incomplete": .init(fr: "à compléter", en: "to be completed"),
        "proposal.wrong": .init(fr: "à corriger", en: "to be corrected"),
        "proposal.chosen": .init(fr: "Parties choisies", en: "Parties chosen"),
        "proposal.partiesHelp": .init(
            fr: "Décochez celles qui ne participent pas. Il en faut au moins deux.",
            en: "Untick those that do not take part. At least two are needed."),
        "proposal.search": .init(
            fr: "Chercher un organisme au registre", en: "Search the register for an organisation"),
        "proposal.searchHelp": .init(
            fr: "Une partie du nom, ou un pays. Ce qui est coché reste coché.",
            en: "Part of the name, or a country. What is ticked stays ticked."),
        "proposal.find": .init(fr: "Chercher", en: "Search"),
        "proposal.found": .init(fr: "Organismes trouvés", en: "Organisations found"),
        "proposal.register": .init(fr: "Organismes du registre", en: "Organisations of the register"),
        "proposal.notListed": .init(
            fr: "Votre partenaire n’est pas au registre ? Demandez au bureau de l’y inscrire :",
            en: "Your partner is not in the register? Ask the office to enter it:"),
        "proposal.notFound": .init(
            fr: "Aucun autre organisme ne répond à cette recherche.",
            en: "No other organisation answers this search."),
        "proposal.next": .init(fr: "Enregistrer et continuer", en: "Save and continue"),
        "proposal.back": .init(fr: "Revenir", en: "Back"),
        "proposal.leave": .init(fr: "Enregistrer et arrêter", en: "Save and stop"),
        "proposal.missing": .init(
            fr:
                "Ces champs seront demandés à l’envoi du dossier ; vous pouvez les remplir maintenant ou plus tard :",
            en: "These fields will be asked for when the proposal is sent; you may fill them in now or later:"
        ),
        "proposal.empty": .init(fr: "non rempli", en: "not filled in"),
        "proposal.change": .init(fr: "Modifier", en: "Change"),
        "proposal.creates": .init(
            fr:
                "Le dossier sera créé. Vous pourrez encore le modifier et y joindre des pièces avant de l’envoyer.",
            en: "The file will be created. You can still change it and attach documents before you send it."),
        "proposal.create": .init(fr: "Créer le dossier", en: "Create the file"),
        "proposal.later": .init(fr: "Plus tard", en: "Later"),
    ]
}

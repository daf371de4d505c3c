import Agreements

extension Catalogue {
    /// The forms of the register: what each does, and what to know before.
    static let entry: [String: LocalizedText] = [
        "entry.cancel": .init(fr: "Annuler", en: "Cancel"),
        "entry.address": .init(
            fr:
                "Transmettez cette adresse à la personne : elle y choisit son mot de passe, une seule fois, dans les 24 heures. "
                + "Elle n’est montrée qu’ici.",
            en:
                "Pass this address on to the person: they choose their password there, once, within 24 hours. "
                + "It is shown only here."),
        "entry.lacking": .init(
            fr: "C’est enregistré. Plus personne ne pourrait agir sur :",
            en: "It is entered. Nobody could act on:"),
        "entry.reference": .init(fr: "Ajouter une entrée", en: "Add an entry"),
        "entryHelp.reference": .init(
            fr:
                "Une entrée vaut d’un jour à un autre. Ce qui est saisi ici prime sur les fichiers du serveur.",
            en: "An entry holds from one day to another. What is entered here goes before the server’s files."
        ),
        "entry.reference_change": .init(fr: "Modifier", en: "Change"),
        "entryHelp.reference_change": .init(
            fr:
                "L’entrée dit cela dès le jour choisi ; ce qu’elle disait avant reste lisible, avec ses dates. Ce qui est saisi "
                + "ici prime sur les fichiers du serveur.",
            en:
                "The entry says this from the chosen day on; what it said before stays to be read, with its dates. What is "
                + "entered here goes before the server’s files."),
        "entry.reference_end": .init(fr: "Mettre fin", en: "End"),
        "entryHelp.reference_end": .init(
            fr: "Dès ce jour, l’entrée ne vaut plus ; les dossiers qui la nomment ne changent pas.",
            en: "From that day on the entry holds no more; files that name it do not change."),
        "entry.contact": .init(fr: "Changer l’adresse de contact", en: "Change the contact address"),
        "entryHelp.contact": .init(
            fr:
                "Les réponses à tous les courriels y vont, avec une copie de chaque avis. Elle vaut dans les secondes qui suivent, "
                + "et jusqu’à ce que le réglage ENTENTE_CONTACT_ADDRESS change.",
            en:
                "Replies to all mails go there, with a copy of each notice. It holds within seconds, and until the setting "
                + "ENTENTE_CONTACT_ADDRESS changes."),
        "entry.person": .init(fr: "Ajouter une personne", en: "Add a person"),
        "entryHelp.person": .init(
            fr: "Une personne n’a aucun droit tant qu’aucun rôle ne lui est accordé.",
            en: "A person has no right until a role is granted to them."),
        "entry.invitation": .init(fr: "Donner un accès", en: "Give access"),
        "entryHelp.invitation": .init(
            fr: "Une adresse à usage unique permettra à la personne de choisir un mot de passe.",
            en: "An address that works once will let the person choose a password."),
        "entry.departure": .init(fr: "Noter un départ", en: "Note a departure"),
        "entryHelp.departure": .init(
            fr:
                "La personne perd dès maintenant tous ses rôles, et ce qu’elle a délégué ou reçu en délégation cesse.",
            en:
                "From now on the person holds no role, and what they delegated or were delegated has ended."),
        "entry.city": .init(fr: "Changer la ville", en: "Change the city"),
        "entryHelp.city": .init(
            fr:
                "Les courriels écrits dès maintenant nomment cette ville ; ceux qui sont partis ne changent pas.",
            en: "Mails written from now on name this city; those that were sent do not change."),
        "entry.organisation": .init(fr: "Ajouter un organisme", en: "Add an organisation"),
        "entryHelp.organisation": .init(
            fr: "Une entité juridique qui peut signer ; ses laboratoires se nomment dans chaque dossier.",
            en: "A legal entity that can sign; its laboratories are named in each file."),
        "entry.grant": .init(fr: "Accorder un rôle", en: "Grant a role"),
        "entryHelp.grant": .init(
            fr: "Un mandat est daté. Nul ne s’accorde un rôle à soi-même.",
            en: "A mandate has dates. Nobody grants a role to themselves."),
        "entry.grant_end": .init(fr: "Mettre fin au rôle", en: "End the role"),
        "entryHelp.grant_end": .init(
            fr: "Ce qui a été fait avant cette fin garde son autorité.",
            en: "What was done before that end keeps its authority."),
        "entry.delegation_end": .init(fr: "Mettre fin à la délégation", en: "End the delegation"),
        "entryHelp.delegation_end": .init(
            fr: "Ce que le délégataire a fait avant cette fin garde son autorité.",
            en: "What the delegate did before that end keeps its authority."),
        "entry.absence": .init(fr: "Enregistrer une absence", en: "Enter an absence"),
        "entryHelp.absence": .init(
            fr: "Les droits ne changent pas ; les courriels vont aussi aux délégataires.",
            en: "Rights do not change; mails go to the delegates as well."),
        "entry.absence_end": .init(fr: "Mettre fin à l’absence", en: "End the absence"),
        "entryHelp.absence_end": .init(
            fr: "Sans date, l’absence s’est terminée hier.", en: "Without a date the absence ended yesterday."
        ),
        "entry.measure": .init(fr: "Prendre une mesure", en: "Set a measure"),
        "entryHelp.measure": .init(
            fr:
                "Une mesure agit sur les partenaires qu’elle vise, et les dossiers concernés l’apprennent aussitôt.",
            en: "A measure acts on the parties that it aims at, and the files concerned hear of it at once."),
        "entry.measure_end": .init(fr: "Lever la mesure", en: "Lift the measure"),
        "entryHelp.measure_end": .init(
            fr: "Lever une mesure ne reprend rien de soi-même.",
            en: "Lifting a measure resumes nothing by itself."),
        "entry.call": .init(fr: "Ouvrir un appel", en: "Open a call"),
        "entryHelp.call": .init(
            fr:
                "L’appel est ouvert par ses dates ; une proposition reçue à l’instant de la clôture est à temps.",
            en: "A call is open by its dates; a proposal received at the closing instant is in time."),
        "entry.call_extension": .init(fr: "Prolonger l’appel", en: "Extend the call"),
        "entryHelp.call_extension": .init(
            fr:
                "La nouvelle clôture suit l’ancienne ; après le début du classement, l’appel ne se prolonge plus.",
            en:
                "The new closing comes after the old one; once the ranking began the call is not extended any more."
        ),
        "entry.subscription": .init(fr: "Abonner une personne", en: "Subscribe a person"),
        "entryHelp.subscription": .init(
            fr:
                "Elle reçoit un courriel quand un appel de ces dispositifs s’ouvre, et quand il est prolongé.",
            en: "They are told by mail when a call of these instruments opens, and when it is extended."),
        "entry.subscription_end": .init(fr: "Mettre fin à l’abonnement", en: "End the subscription"),
        "entryHelp.subscription_end": .init(
            fr: "Les courriels qui ne sont pas encore partis ne partiront plus.",
            en: "Mails that have not left yet stay behind."),
        "entry.succession": .init(fr: "Enregistrer une fusion", en: "Enter a merger"),
        "entry.succession_end": .init(fr: "Annuler la fusion", en: "Undo the merger"),
        "entryHelp.succession_end": .init(
            fr:
                "Pour une fusion enregistrée par erreur : dès maintenant, les dossiers relèvent de nouveau de ce dont ils relevaient. Le registre garde la trace de la fusion et de son annulation.",
            en:
                "For a merger that was entered by mistake: from now on the files are again of what they were. The register keeps the merger and its undoing."
        ),
        "entryHelp.succession": .init(
            fr: "Les tâches en cours passent à qui dirige l’entité d’accueil, à 0 h du jour dit.",
            en: "Open tasks pass to whoever heads what it is merged into, at 00:00 of that day."),
    ]
}

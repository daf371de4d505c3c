import Agreements

extension Catalogue {
    /// What the office mends by hand.
    static let repair: [String: LocalizedText] = [
        "repair.acknowledge": .init(fr: "En prendre acte", en: "Acknowledge"),
        "repair.acknowledgeHelp": .init(
            fr: "Ce qui a été fait à la place, par exemple un appel téléphonique.",
            en: "What was done instead, such as a telephone call."),
        "repair.bounce": .init(fr: "Noter un retour", en: "Note a bounce"),
        "repair.bounceHelp": .init(
            fr: "Ce que dit le message revenu, par exemple « 5.1.1 destinataire inconnu ».",
            en: "What the returned mail says, such as \"5.1.1 no such user\"."),
        "repair.timer": .init(fr: "Échéance bloquée", en: "Blocked timer"),
        "repair.timerLead": .init(
            fr:
                "Ce qu’elle entraîne est impossible : le dossier attend. Une fois la cause levée, elle est retentée d’elle-même.",
            en:
                "What it leads to is impossible: the file waits. Once the cause is mended, it is tried again by itself."
        ),
        "repair.skip": .init(fr: "Passer outre cette échéance", en: "Leave this timer out"),
        "repair.skipHelp": .init(
            fr: "Le dossier reste à son étape ; qui a passé outre et pourquoi y est noté.",
            en: "The file keeps its stage; who left the timer out and why is recorded in it."),
    ]
}

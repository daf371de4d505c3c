import Agreements

extension Catalogue {
    /// Coming in by the link of a notice.
    static let links: [String: LocalizedText] = [
        "link.staff": .init(
            fr: "Vous êtes de l’établissement : ouvrez le dossier avec votre compte.",
            en: "You are of the institution: open the file with your account."),
        "link.open": .init(fr: "Ouvrir le dossier", en: "Open the file"),
        "link.outside": .init(
            fr:
                "Pour ouvrir le dossier sans compte, demandez un code : il part à l’adresse qui a reçu ce courriel.",
            en:
                "To open the file without an account, ask for a code: it goes to the address that received this mail."
        ),
        "link.thanks": .init(fr: "Merci, c’est fait", en: "Thank you, it is done"),
        "link.recorded": .init(
            fr: "Ce que vous venez de faire est enregistré.", en: "What you just did is recorded."),
        "link.over": .init(
            fr:
                "Votre lien a servi : il n’ouvre plus le dossier. Si vous devez y revenir, un autre courriel vous le dira ; "
                + "pour toute question, écrivez à",
            en:
                "Your link has served: it does not open the file any more. Another mail will tell you if you are needed "
                + "again; with any question, write to"),
        "link.send": .init(fr: "Recevoir un code", en: "Get a code"),
        "link.codeTitle": .init(fr: "Entrer le code reçu", en: "Enter the code you received"),
        "link.sent": .init(
            fr: "Un code à huit chiffres est en route vers votre messagerie. Il vaut un quart d’heure.",
            en: "A code of eight digits is on its way to your mailbox. It is good for a quarter of an hour."),
        "link.code": .init(fr: "Code à huit chiffres", en: "Eight-digit code"),
        "link.again": .init(fr: "Envoyer un autre code", en: "Send another code"),
        "link.wrongCode": .init(
            fr: "Ce code n’est pas le bon, ou il a servi, ou son délai est passé.",
            en: "This code is not right, or was used, or its time is over."),
        "link.tooManyCodes": .init(
            fr: "Cinq codes ont été envoyés dans l’heure : attendez un peu, ou écrivez au bureau.",
            en: "Five codes were sent within the hour: wait a little, or write to the office."),
    ]
}

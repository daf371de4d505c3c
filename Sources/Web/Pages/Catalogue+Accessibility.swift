import Agreements

extension Catalogue {
    /// The accessibility statement.
    static let accessibility: [String: LocalizedText] = [
        "accessibility.link": .init(
            fr: "Accessibilité : non conforme", en: "Accessibility: not compliant"),
        "accessibility.title": .init(fr: "Déclaration d’accessibilité", en: "Accessibility statement"),
        "accessibility.state": .init(
            fr:
                "Faute d’audit, Entente n’est pas conforme au RGAA 4.1 (WCAG 2.1, niveau AA) : c’est le seul état que "
                + "le RGAA permet de dire avant un audit.",
            en:
                "Without an audit, Entente is not compliant with RGAA 4.1 (WCAG 2.1, level AA): before an audit RGAA "
                + "allows no other word."),
        "accessibility.howTitle": .init(fr: "Ce qui a été vérifié", en: "What was checked"),
        "accessibility.how": .init(
            fr:
                "Chaque version passe les règles automatiques d’axe-core sur ses pages, aux largeurs d’un téléphone et "
                + "d’un bureau. Tout se fait au clavier et sans script.",
            en:
                "Each version passes the automatic rules of axe-core on its pages, at the widths of a phone and of a "
                + "desk. Everything works by keyboard and without script."),
        "accessibility.gapsTitle": .init(fr: "Ce qui manque", en: "What is missing"),
        "accessibility.gaps": .init(
            fr:
                "Aucun audit humain des 106 critères n’a été fait, ni d’essai avec des lecteurs d’écran ; les documents "
                + "déposés par les utilisateurs ne sont pas vérifiés.",
            en:
                "No human audit of the 106 criteria was made, nor a trial with screen readers; documents that users "
                + "upload are not checked."),
        "accessibility.helpTitle": .init(fr: "Une difficulté ?", en: "A difficulty?"),
        "accessibility.help": .init(
            fr: "Écrivez au bureau, qui vous donnera l’information sous une autre forme :",
            en: "Write to the office, which will give you the information in another form:"),
        "accessibility.defender": .init(
            fr: "Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.",
            en: "Without a satisfying answer you may turn to the French Défenseur des droits."),
    ]
}

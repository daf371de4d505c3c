import Expressions

/// The refusals of the machine itself; a definition adds its own.
extension Refusal {
    static func notPossibleHere(_ act: String, state: [String], possible: [String]) -> Refusal {
        let here = state.joined(separator: ", ")
        let list = possible.isEmpty ? "–" : possible.joined(separator: ", ")
        return Refusal(
            code: "not_possible_here",
            text: LocalizedText(
                fr:
                    "L'acte « \(act) » n'est pas possible dans l'état \(here). Possibles : \(list).",
                en:
                    "The act \"\(act)\" is not possible in state \(here). Possible: \(list)."
            ),
            state: state)
    }

    static func notAuthorized(_ act: String, roles: [RoleReference]) -> Refusal {
        let list = roles.map(\.description).joined(separator: ", ")
        return Refusal(
            code: "not_authorized",
            text: LocalizedText(
                fr: "L'acte « \(act) » demande le rôle \(list) sur cet accord, à la date de l'acte.",
                en: "The act \"\(act)\" needs the role \(list) on this agreement, on the day of the act."))
    }

    static func noDelegation(_ act: String, roles: [RoleReference], expired: Bool) -> Refusal {
        let list = roles.map(\.description).joined(separator: ", ")
        return Refusal(
            code: expired ? "delegation_expired" : "no_delegation",
            text: LocalizedText(
                fr: expired
                    ? "La délégation invoquée n'était plus en vigueur à la date de l'acte « \(act) »."
                    : "Aucune délégation en vigueur ne couvre le rôle \(list) pour l'acte « \(act) ».",
                en: expired
                    ? "The delegation was no longer in force on the day of the act \"\(act)\"."
                    : "No delegation in force covers the role \(list) for the act \"\(act)\"."))
    }

    /// Somebody came by a link whose step is over.
    static let stepOver = Refusal.rule(
        "notice_gone", fr: "L'étape de votre lien est passée : il n'ouvre plus rien.",
        en: "The step of your link is over: it opens nothing any more.")

    static let endless = Refusal.rule(
        "endless", fr: "La définition tourne sans fin.", en: "The definition never comes to rest.")

    static func stale(seen: Int, current: Int, state: [String]) -> Refusal {
        let here = state.joined(separator: ", ")
        return Refusal(
            code: "stale_revision",
            text: LocalizedText(
                fr:
                    "Le dossier a changé depuis la version \(seen) : il en est à la version \(current), "
                    + "état \(here). Relisez-le avant d'agir.",
                en:
                    "The file changed since revision \(seen): it is at revision \(current), "
                    + "state \(here). Read it again before acting."
            ),
            state: state)
    }

    static func badInput(_ field: String, _ problem: LocalizedText) -> Refusal {
        Refusal(
            code: "bad_input",
            text: LocalizedText(
                fr: "Champ « \(field) » : \(problem.fr)", en: "Field \"\(field)\": \(problem.en)"),
            field: Refusal.Field(field, problem))
    }

    static func unknownField(_ field: String, known: [String]) -> Refusal {
        let list = known.joined(separator: ", ")
        return badInput(
            field,
            known.isEmpty
                ? LocalizedText(
                    fr: "champ inconnu : rien n'est demandé ici", en: "unknown: nothing is asked here")
                : LocalizedText(fr: "champ inconnu ; connus : \(list)", en: "unknown; known are: \(list)"))
    }

    static func unknownParty(_ field: String, _ problem: LocalizedText) -> Refusal {
        var refusal = badInput(field, problem)
        refusal.code = "unknown_party"
        return refusal
    }

    static func formulaFailed(_ formula: Formula, because cause: String, reads: [Expressions.Read]) -> Refusal
    {
        let cause = cause.hasSuffix(".") ? String(cause.dropLast()) : cause
        return Refusal(
            code: "rule_failed",
            text: LocalizedText(
                fr: "La règle `\(formula.source)` (\(formula.place)) n'a pas pu être évaluée : \(cause).",
                en: "The rule `\(formula.source)` (\(formula.place)) could not be evaluated: \(cause)."),
            rule: formula.source, reads: reads.map { .init(path: $0.path, value: JSON($0.value)) })
    }

    /// A refusal of the machine with a fixed text.
    static func rule(_ code: String, fr: String, en: String) -> Refusal {
        Refusal(code: code, text: LocalizedText(fr: fr, en: en))
    }
}

extension RoleReference: CustomStringConvertible {
    /// As definitions write it: `SIG(party)`.
    package var description: String {
        switch of {
        case .agreement: role
        case .party: "\(role)(party)"
        case .person: "\(role)(person)"
        case .otherParties: "\(role)(others)"
        case .foreignParties: "\(role)(foreign)"
        case .parties: "\(role)(all)"
        }
    }
}

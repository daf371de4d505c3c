import Expressions

/// The refusals of the machine itself; a definition adds its own.
extension Refusal {
    static func reasonRequired(_ act: String) -> Refusal {
        Refusal(
            code: "reason_required",
            text: LocalizedText(
                fr: "L’acte « \(act) » demande un motif.", en: "The act \"\(act)\" needs a reason."),
            field: Refusal.Field("reason", LocalizedText(fr: "à remplir", en: "to be filled in")))
    }

    /// - Parameter state: the active states by their names; `here` has them in words.
    static func notPossibleHere(
        _ act: LocalizedText, state: [String], here: LocalizedText, possible: [LocalizedText]
    ) -> Refusal {
        let (french, english) = (
            possible.map { "« \($0.fr) »" }.joined(separator: ", "),
            possible.map { "\"\($0.en)\"" }.joined(separator: ", ")
        )
        return Refusal(
            code: "not_possible_here",
            text: LocalizedText(
                fr: "« \(act.fr) » n’est pas possible à cette étape (\(here.fr)). Possibles : "
                    + "\(possible.isEmpty ? "–" : french).",
                en: "\"\(act.en)\" is not possible at this stage (\(here.en)). Possible: "
                    + "\(possible.isEmpty ? "–" : english)."),
            state: state)
    }

    static func notAuthorized(_ act: String, roles: [RoleReference]) -> Refusal {
        notAuthorized(MachineActs.words(act), roles: roles)
    }

    static func notAuthorized(_ act: LocalizedText, roles: [RoleReference]) -> Refusal {
        guard !roles.isEmpty else {
            return .rule(
                "not_authorized", fr: "« \(act.fr) » demande un rôle sur cet accord.",
                en: "\"\(act.en)\" needs a role on this agreement.")
        }
        let list = words(roles)
        return .rule(
            "not_authorized", fr: "« \(act.fr) » revient, sur cet accord, à : \(list.fr).",
            en: "\"\(act.en)\" is, on this agreement, for: \(list.en).")
    }

    static func notRegistrar(_ roles: [RoleReference]) -> Refusal {
        let (act, list) = (MachineActs.words("register"), words(roles))
        return .rule(
            "not_authorized", fr: "« \(act.fr) » revient à : \(list.fr).",
            en: "\"\(act.en)\" is for: \(list.en).")
    }

    static func noDelegation(_ act: LocalizedText, roles: [RoleReference], expired: Bool) -> Refusal {
        let list = words(roles)
        return Refusal(
            code: expired ? "delegation_expired" : "no_delegation",
            text: LocalizedText(
                fr: expired
                    ? "La délégation invoquée n’était plus en vigueur à la date de l’acte « \(act.fr) »."
                    : "Aucune délégation en vigueur ne couvre le rôle \(list.fr) pour l’acte « \(act.fr) ».",
                en: expired
                    ? "The delegation was no longer in force on the day of the act \"\(act.en)\"."
                    : "No delegation in force covers the role \(list.en) for the act \"\(act.en)\"."))
    }

    /// Roles by their titles, each once.
    private static func words(_ roles: [RoleReference]) -> LocalizedText {
        let titles = roles.map { RoleTitles.name($0.role) }.uniqued()
        return LocalizedText(
            fr: titles.map(\.fr).joined(separator: ", "), en: titles.map(\.en).joined(separator: ", "))
    }

    static let endless = Refusal.rule(
        "endless", fr: "La définition tourne sans fin.", en: "The definition never comes to rest.")

    static func stale(seen: Int, current: Int, state: [String], here: LocalizedText) -> Refusal {
        Refusal(
            code: "stale_revision",
            text: LocalizedText(
                fr:
                    "Le dossier a changé depuis la version \(seen) : il en est à la version \(current) "
                    + "(\(here.fr)). Relisez-le avant d’agir.",
                en:
                    "The file changed since revision \(seen): it is at revision \(current) "
                    + "(\(here.en)). Read it again before acting."),
            state: state)
    }

    /// Somebody came by a link whose step is over.
    static let stepOver = Refusal.rule(
        "notice_gone", fr: "L’étape de votre lien est passée : il n’ouvre plus rien.",
        en: "The step of your link is over: it opens nothing any more.")

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
                    fr: "champ inconnu : rien n’est demandé ici", en: "unknown: nothing is asked here")
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
                fr: "La règle `\(formula.source)` (\(formula.place)) n’a pas pu être évaluée : \(cause).",
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

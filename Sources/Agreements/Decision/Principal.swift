/// Who acts in law in one command, and who presses the key.
struct Principal {
    /// Whose act it is in law: the actor, or the one whose act is recorded from paper.
    var person: Person.ID
    /// The actor as the event names it.
    var actor: Person.ID
    var onBehalfOf: Person.ID?
    var recorded: RecordedAct?
    /// The instant at which authority is tested.
    var instant: Instant

    /// Whose right is used: the person acted for under a delegation.
    var holder: Person.ID { onBehalfOf ?? person }

    /// Whom exclusive duties count.
    var doers: [Person.ID] { [person, onBehalfOf].compactMap(\.self) }
}

extension Deliberation {
    /// The principal of a command that a person sent.
    func principal(recording recorded: RecordedAct? = nil) throws(Refusal) -> Principal {
        let (actor, grantor): (Person.ID, Person.ID?)
        switch command.actor {
        case .person(let person): (actor, grantor) = (person, nil)
        case .delegate(let person, let of): (actor, grantor) = (person, of)
        case .system:
            throw .rule(
                "not_authorized", fr: "Seule une personne peut faire cet acte.",
                en: "Only a person may do this act.")
        }
        guard facts.people[actor]?.active ?? false else {
            throw .rule(
                "not_authorized", fr: "La personne qui agit n’est pas active au registre.",
                en: "Whoever acts is not active in the register.")
        }
        guard let recorded else {
            return Principal(person: actor, actor: actor, onBehalfOf: grantor, recorded: nil, instant: now)
        }
        try check(recorded, by: actor, for: grantor)
        return Principal(
            person: recorded.person, actor: actor, onBehalfOf: grantor, recorded: recorded,
            instant: min(now, facts.zone.endOfDay(recorded.documentDate).adding(milliseconds: -1)))
    }

    private func check(
        _ recorded: RecordedAct, by actor: Person.ID, for grantor: Person.ID?
    ) throws(Refusal) {
        let recorders = workflow.roles("recorders", default: ["INT"])
        guard recorders.contains(where: { roster.holds(actor, RoleReference($0), in: nil, at: now) }) else {
            throw .notAuthorized("record", roles: recorders.map { RoleReference($0) })
        }
        guard recorded.person != actor, grantor != actor else {
            throw .rule(
                "own_record", fr: "Nul n’enregistre sa propre décision.",
                en: "Nobody records their own decision.")
        }
        guard recorded.documentDate <= today else {
            throw .badInput("dated", LocalizedText(fr: "date à venir", en: "a date to come"))
        }
        if let document = recorded.document, !agreement.documents.contains(where: { $0.id == document }) {
            throw .badInput(
                "scan", LocalizedText(fr: "pièce inconnue de ce dossier", en: "no document of this file"))
        }
    }

    /// The role by which the principal may take a transition that needs one of `roles`, with the delegation
    /// used.
    func right(of principal: Principal, to roles: [RoleReference], in process: Process?) -> Right? {
        for role in roles {
            if let grantor = principal.onBehalfOf {
                if let delegation = roster.delegation(
                    from: grantor, to: principal.person, as: role, in: process, at: principal.instant)
                {
                    return Right(role: role.role, delegation: delegation.id)
                }
            } else if roster.holds(principal.person, role, in: process, at: principal.instant) {
                return Right(role: role.role, delegation: nil)
            }
        }
        return nil
    }

    struct Right {
        var role: String
        var delegation: Delegation.ID?
    }

    func authority(_ principal: Principal, _ right: Right) -> Authority {
        Authority(
            actor: principal.actor.description, onBehalfOf: principal.onBehalfOf,
            delegation: right.delegation,
            role: right.role, channel: command.channel, operator: command.operator)
    }
}

extension Workflow {
    /// The roles that a parameter lists, or those that hold where it is not set.
    func roles(_ parameter: String, default fallback: [String]) -> [String] {
        parameters[parameter]?.elements?.compactMap(\.text) ?? fallback
    }
}

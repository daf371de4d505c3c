/// The rules of the register and of calls: who may be granted, delegated, published; when a call may move.
package enum Register {
    /// Checks a change against the facts of the instant; returns the change to record, or the refusal.
    ///
    /// Pure. `facts` holds the people, grants and calls that the change names, and the countries when it names
    /// one. Whoever administers holds the role `ADM`, `INT` or `DG` for everything; a delegation is given by its grantor or
    /// by them, a measure by the holders of `FSD`, `INT` or `DG`, an absence or a subscription entered by the person or by
    /// them; nobody enters a right of their own. Nil as actor stands for the bootstrap.
    package static func decide(_ command: RegisterCommand, facts: Facts) throws(Refusal) -> RegisterChange {
        try checkActor(command, facts)
        switch command.change {
        case .granted(let grant): try check(grant, facts)
        case .delegated(let delegation): try check(delegation, facts)
        case .absenceSet(let absence): try check(absence, facts)
        case .absenceEnded(let id, let until):
            try checkEnd(of: facts.absences.first { $0.id == id }, until: until)
        case .succeeded(let succession): try check(succession, facts)
        case .successionUndone(let succession): try checkIsThere(succession, facts)
        case .callOpened(let call): try check(call)
        case .callExtended(let id, let closesAt):
            try checkExtension(of: facts.calls[id], to: closesAt, facts)
        case .organisationAdded(let organisation):
            try checkCountry(of: command.change, facts)
            try check(city: organisation.city)
            if let problem = organisation.name.problemAsName { throw .badInput("name", problem) }
        case .measureSet(let measure):
            try checkCountry(of: command.change, facts)
            try checkDates(measure.from, measure.until)
            for scope in measure.exempt ?? [] { try check(scope) }
        case .measureEnded(let id, let until):
            let measure = facts.measures.first { $0.id == id }
            try checkSooner(until, from: measure?.from, end: measure?.until)
        case .grantEnded(let id, let until):
            try checkNotPast(until, facts)
            let grant = facts.grants.first { $0.id == id }
            try checkSooner(until, from: grant?.from, end: grant?.until)
        case .delegationRevoked(let id, let at):
            try checkNotPast(at, facts)
            let delegation = facts.delegations.first { $0.id == id }
            try checkSooner(at, from: nil, end: delegation?.revokedAt)
        case .subscribed(let person, let instruments):
            try check(subscription: instruments, of: person, facts)
        case .unsubscribed(_, let instruments): try check(instruments)
        case .personErased(let person): try checkLeft(person, facts)
        case .personAdded, .personDisabled, .workflowPublished, .mailsEliminated, .accessEliminated: break
        }
        return command.change
    }

    private static func checkActor(_ command: RegisterCommand, _ facts: Facts) throws(Refusal) {
        guard let actor = command.actor else { return }
        guard !isOwnMatter(command.change, of: actor, facts) else { return }
        let allowed = command.change.registrars
        let roles = facts.grants.filter {
            $0.person == actor && $0.holds(at: facts.now) && $0.scope == .everything
        }.map(\.role)
        guard facts.people[actor]?.active ?? false, !Set(roles).isDisjoint(with: allowed) else {
            throw .notRegistrar(allowed.map { RoleReference($0) })
        }
        guard command.change.gainer != actor else {
            throw .rule(
                "own_right", fr: "Nul ne s’attribue un droit : un autre administrateur l’enregistre.",
                en: "Nobody gives a right to themselves: another administrator enters it.")
        }
    }

    /// A right ends today at the earliest: what was done under it before keeps its authority.
    private static func checkNotPast(_ end: Instant, _ facts: Facts) throws(Refusal) {
        guard facts.zone.day(of: end) < facts.zone.day(of: facts.now) else { return }
        throw .badInput(
            "until",
            LocalizedText(
                fr: "un jour passé : ce qui a été fait garde son fondement, terminer aujourd’hui au plus tôt",
                en: "a day in the past: what was done keeps its authority, end it today at the earliest"))
    }

    /// What has ended, or will, ends no later: it is given anew instead.
    ///
    /// It may be called off before it begins, and so never hold; it does not end before that.
    private static func checkSooner(_ end: Instant, from: Instant?, end known: Instant?) throws(Refusal) {
        if let known, known < end {
            throw .badInput(
                "until",
                LocalizedText(
                    fr: "la fin est déjà plus proche ; pour prolonger, enregistrez-en une suite",
                    en: "it ends sooner already; to prolong it, enter another one"))
        }
        if let from, end < from {
            throw .badInput(
                "until",
                LocalizedText(
                    fr: "cela commence plus tard : la fin ne peut le précéder",
                    en: "it begins later: it cannot end before"))
        }
    }

    private static func checkLeft(_ person: Person.ID, _ facts: Facts) throws(Refusal) {
        guard facts.people[person]?.active == false else {
            throw .rule(
                "still_active", fr: "Cette personne est encore active : notez d’abord son départ.",
                en: "This person is still active: note first that they left.")
        }
    }

    private static func check(city: String?) throws(Refusal) {
        guard let city else { return }
        guard city.problemAsName == nil, !city.isBlank, city.unicodeScalars.count <= 120 else {
            throw .badInput(
                "city",
                LocalizedText(
                    fr: "le nom d’une ville, 120 caractères au plus, aucun invisible",
                    en: "a city’s name of at most 120 characters, none of them hidden"))
        }
    }

    private static func checkCountry(of change: RegisterChange, _ facts: Facts) throws(Refusal) {
        guard let country = change.country else { return }
        try CountryList(facts.countries).check(country, on: facts.zone.day(of: facts.now))
    }

    /// What people settle for themselves: the delegations that they give, their own absences.
    private static func isOwnMatter(_ change: RegisterChange, of actor: Person.ID, _ facts: Facts) -> Bool {
        switch change {
        case .delegated(let delegation): delegation.grantor == actor
        case .delegationRevoked(let id, _):
            facts.delegations.contains { $0.id == id && $0.grantor == actor }
        case .absenceSet(let absence): absence.person == actor
        case .absenceEnded(let id, _): facts.absences.contains { $0.id == id && $0.person == actor }
        case .subscribed(let person, _), .unsubscribed(let person, _): person == actor
        case .personAdded, .personDisabled, .personErased, .organisationAdded, .granted, .grantEnded,
            .measureSet,
            .measureEnded, .succeeded, .successionUndone, .callOpened, .callExtended, .mailsEliminated,
            .accessEliminated,
            .workflowPublished:
            false
        }
    }

    private static func check(_ grant: Grant, _ facts: Facts) throws(Refusal) {
        guard facts.people[grant.person]?.active ?? false else {
            throw .badInput(
                "person",
                LocalizedText(fr: "personne inconnue ou inactive", en: "nobody of the register, or inactive"))
        }
        try check(grant.scope)
        try checkDates(grant.from, grant.until)
    }

    private static func check(_ scope: Scope) throws(Refusal) {
        // A file is named by its id, which the database compares it by.
        let file = scope.description.hasPrefix("agreement:") ? scope.name : nil
        guard Scope.isValid(scope.description), file.map({ Agreement.ID($0) != nil }) ?? true else {
            throw .badInput(
                "scope",
                LocalizedText(
                    fr: "`*`, `unit:…`, `party:…`, `itmo:…`, `instrument:…` ou `agreement:…`",
                    en: "`*`, `unit:…`, `party:…`, `itmo:…`, `instrument:…` or `agreement:…`"))
        }
    }

    private static func check(_ delegation: Delegation, _ facts: Facts) throws(Refusal) {
        guard delegation.grantor != delegation.grantee else {
            throw .rule(
                "self_delegation", fr: "Nul ne délègue à soi-même.", en: "Nobody delegates to themselves.")
        }
        for person in [delegation.grantor, delegation.grantee] where !(facts.people[person]?.active ?? false)
        {
            throw .badInput(
                "person",
                LocalizedText(fr: "personne inconnue ou inactive", en: "nobody of the register, or inactive"))
        }
        let held = facts.grants.contains {
            $0.person == delegation.grantor && $0.role == delegation.role
                && $0.holds(at: max(facts.now, delegation.from))
        }
        guard held else {
            throw .rule(
                "no_right_to_delegate", fr: "Le délégant ne détient pas lui-même le rôle \(delegation.role).",
                en: "The grantor does not hold the role \(delegation.role).")
        }
        try check(delegation.scope)
        try checkDates(delegation.from, delegation.until)
    }

    private static func check(_ call: Call) throws(Refusal) {
        try checkDates(call.opensAt, call.closesAt, field: "closes")
        try check(call.instruments)
        if let ranking = call.rankingAt, ranking < call.closesAt {
            throw .badInput(
                "ranking",
                LocalizedText(
                    fr: "le classement suit la clôture", en: "the ranking comes after the closing"))
        }
        guard yearsOfCalls.contains(call.year) else {
            throw .badInput(
                "year",
                LocalizedText(
                    fr: "une année en quatre chiffres, comme 2021", en: "a year of four digits, such as 2021")
            )
        }
    }

    /// Those of the calendar that the database keeps, too.
    private static let yearsOfCalls = 1_583...9_999

    private static func checkDates(_ from: Instant, _ until: Instant?, field: String = "until")
        throws(Refusal)
    {
        guard let until, until <= from else { return }
        throw .badInput(
            field,
            LocalizedText(fr: "la fin doit suivre le début", en: "the end must come after the beginning"))
    }

    private static func checkExtension(
        of call: Call?, to closesAt: Instant, _ facts: Facts
    ) throws(Refusal) {
        guard let call else {
            throw .badInput("call", LocalizedText(fr: "appel inconnu", en: "no such call"))
        }
        guard closesAt > call.closesAt, closesAt > facts.now else {
            throw .badInput(
                "closes",
                LocalizedText(
                    fr: "la nouvelle clôture doit suivre l’ancienne et être à venir",
                    en: "the new closing must come after the old one and lie ahead"))
        }
        guard !facts.rankedCalls.contains(call.id) else {
            throw .rule(
                "ranking_began", fr: "Le classement de cet appel a commencé : il ne peut plus être prolongé.",
                en: "The ranking of this call has begun: it can no longer be extended.")
        }
    }
}

extension RegisterChange {
    /// Who has a right by it that they had not.
    fileprivate var gainer: Person.ID? {
        switch self {
        case .granted(let grant): grant.person
        case .delegated(let delegation): delegation.grantor == delegation.grantee ? nil : delegation.grantee
        case .personAdded, .personDisabled, .personErased, .organisationAdded, .grantEnded,
            .delegationRevoked, .measureSet,
            .measureEnded, .absenceSet, .absenceEnded, .succeeded, .successionUndone, .callOpened,
            .callExtended, .workflowPublished, .mailsEliminated, .accessEliminated, .subscribed,
            .unsubscribed:
            nil
        }
    }
}

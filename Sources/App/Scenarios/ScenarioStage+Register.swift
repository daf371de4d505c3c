import Agreements
import Definitions
import Engine
import FoundationEssentials

extension ScenarioStage {
    func add(_ organisation: ScenarioFile.Organisation) async throws {
        try await register(
            .organisationAdded(
                organisation: Party(
                    id: organisation.key, name: organisation.name, city: organisation.city,
                    country: organisation.country,
                    kind: organisation.kind, home: organisation.home)), as: "organisation/\(organisation.key)"
        )
    }

    /// Adds a person with the grants that their entry gives.
    mutating func add(_ person: ScenarioFile.Person) async throws {
        try await register(
            .personAdded(
                person: Person(
                    id: names.person(person.key), organisation: person.organisation, unit: person.unit,
                    language: person.language)), as: "person/\(person.key)",
            contact: Contact(name: person.name, email: person.email))
        for (index, grant) in person.grants.enumerated() {
            try await add(grant, to: person.key, as: "person/\(person.key)/\(index)")
        }
    }

    mutating func add(_ grant: ScenarioFile.Grant, to person: String, as origin: String) async throws {
        let id: Grant.ID = identities.identifier("grant/\(origin)")
        let scope = Self.scope(of: grant)
        grants[GrantKey(person: person, role: grant.role, scope: scope.description)] = id
        try await register(
            .granted(
                grant: Grant(
                    id: id, person: names.person(person), role: grant.role, scope: scope,
                    from: grant.from.map(Zone.paris.startOfDay) ?? start,
                    until: grant.until.map(Zone.paris.endOfDay))), as: "grant/\(origin)")
    }

    static func scope(of grant: ScenarioFile.Grant) -> Scope {
        switch grant.scope {
        case .everywhere: .everything
        case .party(let key): .party(key)
        case .unit(let unit): .unit(unit)
        case .itmo(let code): .itmo(code)
        case .instrument(let code): Scope("instrument:\(code)")
        }
    }

    mutating func add(_ delegation: ScenarioFile.Delegation, as origin: String) async throws {
        delegations[delegation.key, default: []].append(delegation)
        for role in delegation.roles {
            let name = "delegation/\(origin)/\(role)"
            let id: Delegation.ID = identities.identifier(name)
            delegated[delegation.key, default: []].append(id)
            try await register(
                .delegated(
                    delegation: Delegation(
                        id: id, grantor: names.person(delegation.by),
                        grantee: names.person(delegation.to), role: role, scope: .everything,
                        from: Zone.paris.startOfDay(delegation.from),
                        until: delegation.until.map(Zone.paris.endOfDay))), as: name)
        }
    }

    /// Ends what was delegated last under a key.
    func takeBack(_ key: String, at instant: Instant, as origin: String) async throws {
        let count = delegations[key]?.last?.roles.count ?? 0
        for (index, id) in (delegated[key] ?? []).suffix(count).enumerated() {
            try await register(.delegationRevoked(delegation: id, at: instant), as: "\(origin)/\(index)")
        }
    }

    mutating func open(_ call: ScenarioFile.Call) async throws {
        try await register(
            .callOpened(
                call: Call(
                    id: names.call(call.key), instruments: call.instruments, year: call.year,
                    opensAt: call.opens,
                    closesAt: call.closes, rankingAt: call.ranking)), as: "call/\(call.key)")
    }

    mutating func set(_ measure: ScenarioFile.Measure, as origin: String) async throws {
        let id: Measure.ID = identities.identifier("measure/\(origin)")
        measures[measure.key] = id
        try await register(.measureSet(measure: Self.measure(measure, id: id)), as: "measure/\(origin)")
    }

    /// A measure of a scenario as the register holds it.
    static func measure(_ measure: ScenarioFile.Measure, id: Measure.ID) -> Measure {
        let target: String =
            switch measure.target {
            case .country(let code): code
            case .organisation(let key): key
            }
        return Measure(
            id: id, target: target, kind: measure.kind,
            from: measure.hour.map { Zone.paris.instant(measure.from, at: $0) }
                ?? Zone.paris.startOfDay(measure.from),
            until: measure.until.map(Zone.paris.endOfDay),
            legalReference: measure.reference ?? "",
            exempt: measure.exempt.isEmpty ? nil : measure.exempt.map { Scope($0) })
    }

    mutating func add(
        _ absence: ScenarioStep.Absence, as origin: String, by actor: String?
    ) async throws {
        let entered = Absence(
            id: identities.identifier("absence/\(origin)"), person: names.person(absence.person),
            from: absence.from, until: absence.until)
        try await register(
            .absenceSet(absence: entered), as: origin, actor: actor.map { names.person($0) })
    }

    /// - Parameter name: by which the request is known again, where identities are derived.
    func register(
        _ change: RegisterChange, as name: String, actor: Person.ID? = nil, contact: Contact? = nil
    ) async throws {
        try await world.register(
            RegisterCommand(
                requestID: identities.uuid("\(name)/request").uuidString, actor: actor, channel: .scenario,
                change: change, contact: contact))
    }
}

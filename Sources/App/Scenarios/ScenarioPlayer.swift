package import Agreements
package import Definitions
import FoundationEssentials

/// Plays a scenario file in a world: its acts at their dates, its expectations after each.
package struct ScenarioPlayer: Sendable {
    private let scenario: ScenarioFile
    private let world: ScenarioWorld
    private let randomness: Randomness
    private var names: ScenarioNamesakes
    private var delegations: [String: [ScenarioFile.Delegation]] = [:]
    private var grants: [GrantKey: Grant.ID] = [:]

    private struct GrantKey: Hashable {
        var person: String
        var role: String
        var scope: String
    }

    package init(_ scenario: ScenarioFile, in world: ScenarioWorld, randomness: Randomness) {
        self.scenario = scenario
        self.world = world
        self.randomness = randomness
        names = ScenarioNamesakes(randomness: randomness)
    }

    /// Plays it to the end.
    ///
    /// - Returns: every expectation that did not hold, with its place in the file.
    /// - Throws: when an act failed that was expected to pass, or the world failed.
    package mutating func play() async throws -> [ScenarioFailure] {
        try await setUp()
        var failures: [ScenarioFailure] = []
        for step in scenario.steps { failures += try await play(step) }
        return failures
    }

    /// Plays it to the end and keeps nothing of its expectations: how the demonstration is made.
    package mutating func stage(until end: Instant? = nil) async throws {
        try await setUp()
        for step in scenario.steps where end.map({ step.at <= $0 }) ?? true {
            try await world.advance(step.at, step.jump)
            try await perform(step)
        }
    }

    private mutating func setUp() async throws {
        try await world.advance(scenario.start, true)
        for organisation in scenario.organisations {
            try await register(
                .organisationAdded(
                    organisation: Party(
                        id: organisation.key, name: organisation.name, country: organisation.country,
                        kind: organisation.kind, home: organisation.home)))
        }
        for person in scenario.people { try await add(person) }
        for call in scenario.calls { try await open(call) }
        for delegation in scenario.delegations { try await add(delegation) }
        for measure in scenario.measures { try await set(measure) }
    }

    private mutating func play(_ step: ScenarioStep) async throws -> [ScenarioFailure] {
        try await world.advance(step.at, step.jump)
        var failures: [ScenarioFailure] = []
        do {
            try await perform(step)
            if let code = step.refused {
                failures.append(.init(place: step.place, message: "expected the refusal \(code), but it was accepted"))
            }
        } catch let refusal as Refusal {
            guard refusal.code == step.refused else {
                throw ScenarioFailure(place: step.place, message: "refused \(refusal.code): \(refusal.text.en)")
            }
        }
        for expectation in step.expectations { failures += try await check(expectation) }
        return failures
    }

    private mutating func check(_ expectation: Expectation) async throws -> [ScenarioFailure] {
        let agreement = try await world.agreement(names.agreement(expectation.agreement))
        var open: [String: [String]] = [:]
        for person in expectation.acts.keys {
            open[person] = try await world.acts(names.person(person), agreement).filter { $0.refusal == nil }.map(\.name)
        }
        var check = ExpectationCheck(
            expectation, agreement, notices: try await world.notices(agreement.id), openActs: open, names: names)
        let failures = check.failures()
        return failures.map { ScenarioFailure(place: expectation.place, message: $0) }
    }

    private mutating func perform(_ step: ScenarioStep) async throws {
        switch step.verb {
        case nil: break
        case .propose(let proposal): try await propose(proposal, step)
        case .edit(let agreement, let dossier):
            try await submit(step, agreement, .edit(dossier.mapValues { names.json($0) }))
        case .document(let document): try await add(document, step)
        case .act(let act): try await perform(act, step)
        case .extend(let call, let closes):
            try await register(
                .callExtended(call: names.call(call), closesAt: closes), actor: step.actor.map { names.person($0) })
        case .grant(let person, let grant): try await add(grant, to: person)
        case .revoke(let person, let grant):
            let key = GrantKey(person: person, role: grant.role, scope: Self.scope(of: grant).description)
            if let id = grants[key] { try await register(.grantEnded(grant: id, until: step.at)) }
        case .delegate(let delegation): try await add(delegation)
        case .measure(let measure): try await set(measure)
        }
    }

    private mutating func propose(_ proposal: ScenarioStep.Proposal, _ step: ScenarioStep) async throws {
        var dossier = proposal.dossier.mapValues { names.json($0) }
        dossier["acronym"] = .string(proposal.acronym)
        let people = proposal.people.sorted { $0.key < $1.key }.flatMap { role, keys in
            keys.map { RoleAssignment(role: role, person: names.person($0)) }
        }
        let body = Proposal(
            workflow: proposal.workflow ?? scenario.workflow ?? "", call: proposal.call.map { names.call($0) },
            unit: proposal.unit, itmo: proposal.itmo, plannedStart: proposal.start, parties: proposal.parties,
            people: people, dossier: dossier)
        try await submit(step, proposal.agreement, .propose(body))
    }

    private mutating func add(_ document: ScenarioStep.Document, _ step: ScenarioStep) async throws {
        let added = NewDocument(
            kind: document.kind, language: document.language.rawValue,
            fileName: "\(document.key ?? document.kind).txt", bytes: Array(document.text.utf8))
        try await submit(step, document.agreement, .addDocument(added))
        guard let key = document.key else { return }
        let agreement = try await world.agreement(names.agreement(document.agreement))
        if let stored = agreement.documents.last(where: { $0.kind == document.kind }) { names.note(stored, as: key) }
    }

    private mutating func perform(_ act: ScenarioStep.Act, _ step: ScenarioStep) async throws {
        var input = act.input.mapValues { names.json($0) }
        let reason = input.removeValue(forKey: "reason")?.text ?? act.recorded?.reason
        let person = step.actor.map { names.person($0) } ?? randomness.identifier()
        let recorded = act.recorded.map {
            RecordedAct(
                person: person, documentDate: $0.dated, document: $0.scan.flatMap { names.document($0)?.id })
        }
        let process: String? = if let written = act.process { path(written) } else { nil }
        let body = Act(
            act.name, process: process, input: input, reason: reason, recorded: recorded)
        let actor: Command.Actor =
            if let recorder = act.recorded?.by { .person(names.person(recorder)) } else if let grantor =
                act.delegation.flatMap({ delegations[$0]?.first?.by })
            { .delegate(person, of: names.person(grantor)) } else { .person(person) }
        try await submit(step, act.agreement, .act(body), actor: actor)
    }

    /// The path of a process as a scenario writes it, its keys replaced by identities.
    private mutating func path(_ written: String) -> String {
        written.split(separator: "/").map { names.id(String($0)) }.joined(separator: "/")
    }

    private mutating func submit(
        _ step: ScenarioStep, _ agreement: String, _ body: Command.Body, actor: Command.Actor? = nil
    ) async throws {
        let command = Command(
            requestID: "\(scenario.name)/\(step.place.line)", agreement: names.agreement(agreement),
            actor: actor ?? .person(step.actor.map { names.person($0) } ?? randomness.identifier()), channel: .scenario,
            body: body)
        try await world.submit(command)
    }
}

extension ScenarioPlayer {
    private mutating func add(_ person: ScenarioFile.Person) async throws {
        try await register(
            .personAdded(
                person: Person(
                    id: names.person(person.key), organisation: person.organisation, unit: person.unit,
                    language: person.language)), contact: Contact(name: person.name, email: person.email))
        for grant in person.grants { try await add(grant, to: person.key) }
    }

    private mutating func add(_ grant: ScenarioFile.Grant, to person: String) async throws {
        let id: Grant.ID = randomness.identifier()
        let scope = Self.scope(of: grant)
        grants[GrantKey(person: person, role: grant.role, scope: scope.description)] = id
        try await register(
            .granted(
                grant: Grant(
                    id: id, person: names.person(person), role: grant.role, scope: scope,
                    from: grant.from.map(Zone.paris.startOfDay) ?? scenario.start,
                    until: grant.until.map(Zone.paris.endOfDay))))
    }

    private static func scope(of grant: ScenarioFile.Grant) -> Scope {
        switch grant.scope {
        case .everywhere: .everything
        case .party(let key): .party(key)
        case .unit(let unit): .unit(unit)
        case .itmo(let code): .itmo(code)
        case .instrument(let code): Scope("instrument:\(code)")
        }
    }

    private mutating func add(_ delegation: ScenarioFile.Delegation) async throws {
        delegations[delegation.key, default: []].append(delegation)
        for role in delegation.roles {
            try await register(
                .delegated(
                    delegation: Delegation(
                        id: randomness.identifier(), grantor: names.person(delegation.by),
                        grantee: names.person(delegation.to), role: role, scope: .everything,
                        from: Zone.paris.startOfDay(delegation.from),
                        until: delegation.until.map(Zone.paris.endOfDay))))
        }
    }

    private mutating func open(_ call: ScenarioFile.Call) async throws {
        try await register(
            .callOpened(
                call: Call(
                    id: names.call(call.key), instruments: call.instruments, year: call.year, opensAt: call.opens,
                    closesAt: call.closes, rankingAt: call.ranking)))
    }

    private func set(_ measure: ScenarioFile.Measure) async throws {
        let target: String =
            switch measure.target {
            case .country(let code): code
            case .organisation(let key): key
            }
        try await register(
            .measureSet(
                measure: Measure(
                    id: randomness.identifier(), target: target, kind: measure.kind,
                    from: Zone.paris.startOfDay(measure.from), until: measure.until.map(Zone.paris.endOfDay),
                    legalReference: measure.reference ?? "")))
    }

    private func register(
        _ change: RegisterChange, actor: Person.ID? = nil, contact: Contact? = nil
    ) async throws {
        try await world.register(
            RegisterCommand(
                requestID: randomness.uuid().uuidString, actor: actor, channel: .scenario, change: change,
                contact: contact))
    }
}

import Agreements
import Definitions

/// Does what the lines of scenario files say, in a world; files that share a stage share its names.
struct ScenarioStage: Sendable {
    let world: ScenarioWorld
    let identities: ScenarioIdentities
    /// From when the grants without date hold.
    let start: Instant
    var names: ScenarioNamesakes
    var delegations: [String: [ScenarioFile.Delegation]] = [:]
    var delegated: [String: [Delegation.ID]] = [:]
    var grants: [GrantKey: Grant.ID] = [:]
    var measures: [String: Measure.ID] = [:]
    private var documents: [DocumentKind: Int] = [:]

    struct GrantKey: Hashable {
        var person: String
        var role: String
        var scope: String
    }

    private struct DocumentKind: Hashable {
        var agreement: String
        var kind: String
    }

    init(_ world: ScenarioWorld, _ identities: ScenarioIdentities, start: Instant) {
        self.world = world
        self.identities = identities
        self.start = start
        names = ScenarioNamesakes(identities)
    }

    /// Brings the world to the beginning of a scenario.
    mutating func setUp(_ scenario: ScenarioFile) async throws {
        try await world.advance(scenario.start, true)
        for organisation in scenario.organisations { try await add(organisation) }
        for person in scenario.people { try await add(person) }
        for call in scenario.calls { try await open(call) }
        for delegation in scenario.delegations { try await add(delegation, as: delegation.key) }
        for measure in scenario.measures { try await set(measure, as: measure.key) }
    }

    /// Does the verb of a step; the clock is the caller's.
    ///
    /// - Throws: the ``Refusal`` that the world answered, or its failure.
    mutating func perform(_ step: ScenarioStep, of file: ScenarioFile) async throws {
        let line = StepLine(file: file, step: step)
        switch step.verb {
        case nil: break
        case .propose(let proposal): try await propose(proposal, line)
        case .edit(let agreement, let dossier):
            try await submit(line, agreement, .edit(dossier.mapValues { names.json($0) }))
        case .document(let document): try await add(document, line)
        case .act(let act): try await perform(act, line)
        case .extend(let call, let closes):
            try await register(
                .callExtended(call: names.call(call), closesAt: closes), as: line.name,
                actor: step.actor.map { names.person($0) })
        case .grant(let person, let grant): try await add(grant, to: person, as: line.name)
        case .revoke(let person, let grant):
            let key = GrantKey(person: person, role: grant.role, scope: Self.scope(of: grant).description)
            if let id = grants[key] {
                try await register(.grantEnded(grant: id, until: step.at), as: line.name)
            }
        case .takeBack(let key): try await takeBack(key, at: step.at, as: line.name)
        case .disable(let person):
            try await register(.personDisabled(person: names.person(person)), as: line.name)
        case .delegate(let delegation): try await add(delegation, as: line.name)
        case .measure(let measure): try await set(measure, as: line.name)
        case .absence(let absence): try await add(absence, as: line.name, by: step.actor)
        case .merge(let kind, let from, let into):
            let succession = Succession(kind: kind, from: from, into: into, on: Zone.paris.day(of: step.at))
            try await register(
                .succeeded(succession: succession), as: line.name, actor: step.actor.map { names.person($0) })
        case .approve(let agreement, let rule, let reason):
            let item = try await kept(rule, of: agreement, line)
            let visa = EliminationVisa(
                retention: rule, since: item?.since ?? .earliest, values: item?.values ?? [],
                documents: item?.documents ?? [], reason: reason)
            try await submit(line, agreement, .approveElimination(visa))
        case .eliminate(let agreement, let rule):
            let item = try await kept(rule, of: agreement, line)
            let elimination = Elimination(
                .named(values: item?.values ?? [], documents: item?.documents ?? []),
                reason: "retention: \(rule)")
            try await submit(line, agreement, .eliminate(elimination), actor: .system(cause: "retention"))
        case .lift(let key):
            if let id = measures[key] {
                try await register(.measureEnded(measure: id, until: step.at), as: line.name)
            }
        }
    }

    /// A step of a file, by which its requests are known.
    private struct StepLine {
        var file: ScenarioFile
        var step: ScenarioStep

        var name: String { "\(file.name)/\(step.place.line)" }
    }

    private mutating func propose(_ proposal: ScenarioStep.Proposal, _ line: StepLine) async throws {
        var dossier = proposal.dossier.mapValues { names.json($0) }
        if let acronym = proposal.acronym { dossier["acronym"] = .string(acronym) }
        let people = proposal.people.sorted { $0.key < $1.key }.flatMap { role, keys in
            keys.map { RoleAssignment(role: role, person: names.person($0)) }
        }
        var body = Proposal(
            workflow: proposal.workflow ?? line.file.workflow ?? "",
            call: proposal.call.map { names.call($0) },
            unit: proposal.unit, itmo: proposal.itmo, plannedStart: proposal.start, parties: proposal.parties,
            people: people, dossier: dossier)
        body.labs = proposal.labs.map {
            Lab(id: $0.id, name: $0.name, party: $0.party, head: names.person($0.head))
        }
        body.cites = proposal.cites.map { names.agreement($0) }
        try await submit(line, proposal.agreement, .propose(body))
    }

    /// The key then stands for the document of that place among those of its kind, which a play that begins
    /// again finds as before.
    private mutating func add(_ document: ScenarioStep.Document, _ line: StepLine) async throws {
        var added = NewDocument(
            kind: document.kind, language: document.language.rawValue,
            fileName: "\(document.key ?? document.kind).txt", bytes: Array(document.text.utf8))
        added.process = document.process.map { names.path($0) }
        try await submit(line, document.agreement, .addDocument(added))
        let index = documents[DocumentKind(agreement: document.agreement, kind: document.kind), default: 0]
        documents[DocumentKind(agreement: document.agreement, kind: document.kind)] = index + 1
        guard let key = document.key else { return }
        let agreement = try await world.agreement(names.agreement(document.agreement))
        let alike = agreement.documents.filter { $0.kind == document.kind }
        if index < alike.count { names.note(alike[index], as: key) }
    }

    private mutating func perform(_ act: ScenarioStep.Act, _ line: StepLine) async throws {
        var input = act.input.mapValues { names.json($0) }
        let reason = input.removeValue(forKey: "reason")?.text ?? act.recorded?.reason
        let person = person(of: line)
        let recorded = act.recorded.map {
            RecordedAct(
                person: person, documentDate: $0.dated, document: $0.scan.flatMap { names.document($0)?.id })
        }
        let body = Act(
            act.name, process: act.process.map { names.path($0) }, input: input, reason: reason,
            recorded: recorded)
        // Who records acts for whoever decided, also where that was for another.
        let doer = act.recorded.map { names.person($0.by) } ?? person
        let grantor = act.delegation.flatMap { delegations[$0]?.first?.by }.map { names.person($0) }
        let actor: Command.Actor = grantor.map { .delegate(doer, of: $0) } ?? .person(doer)
        try await submit(line, act.agreement, .act(body), actor: actor)
    }

    private mutating func kept(
        _ rule: String, of agreement: String, _ line: StepLine
    ) async throws -> RetentionItem? {
        try await world.kept(names.agreement(agreement), line.file.retention).first { $0.rule.code == rule }
    }

    private mutating func person(of line: StepLine) -> Person.ID {
        line.step.actor.map { names.person($0) } ?? identities.identifier("nobody")
    }

    private mutating func submit(
        _ line: StepLine, _ agreement: String, _ body: Command.Body, actor: Command.Actor? = nil
    ) async throws {
        let command = Command(
            requestID: line.name, agreement: names.agreement(agreement),
            actor: actor ?? .person(person(of: line)),
            channel: .scenario, body: body)
        try await world.submit(command)
    }
}

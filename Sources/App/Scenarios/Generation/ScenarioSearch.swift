import Agreements
import Definitions
import Engine
import Statechart

/// A search for the acts and waits that take every transition of a workflow.
///
/// From places of given scenarios it tries first what may take a wanted transition at once; then it aims at one after
/// the other; where no aim helps it walks through whole lives. Every step is decided by the real rules, in memory; the same seed gives the same scenarios.
struct ScenarioSearch {
    /// The most timers that one wait lets ring before something moves.
    private static let ringsMax = 200
    /// How often the same aim is taken, and how many moves beyond a given place.
    private static let aimsMax = 60
    private static let aimedTrailMax = 8

    let workflow: Workflow
    let cast: GeneratedCast
    /// The transitions that leave each state, or stay in it.
    let bySource: [String: [String]]
    let atlas: SearchAtlas
    let witnesses: SearchWitnesses
    /// Every transition that was wanted at first, by number.
    let goals: [SearchGoal]
    private let ledger = TakenLedger()
    private let randomness: Randomness
    private let onFound: (SearchNode, ScenarioSearch) throws -> Void
    var random: SplitMix64
    /// How often each kind of move was made or refused.
    var made: [String: Int] = [:]
    /// Places where each wanted transition may be taken, as far as the charts tell.
    var places: [String: [SearchNode]] = [:]
    /// What is not taken yet, with how often it was sought from one of its places.
    var wanted: [String: Int]
    private(set) var decisions = 0
    /// Whether some agreement came about.
    private(set) var hasBegun = false
    /// Why the last command was refused, if it was.
    private(set) var lastRefusal: Refusal?
    private(set) var found: [SearchNode] = []

    /// - Parameter onFound: hears each way that takes something new, as soon as it is found.
    init(
        _ workflow: Workflow, wanted: Set<String>, seed: UInt64,
        onFound: @escaping (SearchNode, ScenarioSearch) throws -> Void = { _, _ in }
    ) {
        self.workflow = workflow
        cast = GeneratedCast(workflow)
        bySource = workflow.transitionsBySource
        let atlas = SearchAtlas(workflow)
        self.atlas = atlas
        witnesses = SearchWitnesses(workflow, atlas)
        goals = atlas.goals(wanted)
        randomness = .seeded(seed)
        random = SplitMix64(seed: seed)
        self.wanted = Dictionary(uniqueKeysWithValues: wanted.map { ($0, 0) })
        self.onFound = onFound
    }

    /// Searches until everything is covered, or `decisionsMax` decisions were taken.
    ///
    /// - Parameter seeds: places of given scenarios, from which it goes on, too.
    mutating func run(from seeds: [SearchNode] = [], decisionsMax: Int) throws {
        try aim(from: seeds, decisionsMax: decisionsMax / 4)
        try pursue(from: seeds, decisionsMax: decisionsMax)
        try walk(from: seeds, decisionsMax: decisionsMax)
    }

    /// Tries, from every place, the moves that may take a wanted transition, and goes on from where they lead.
    private mutating func aim(from seeds: [SearchNode], decisionsMax: Int) throws {
        var tries: [String: Int] = [:]
        var known: Set<String> = []
        var queue = seeds[...]
        while let node = queue.popFirst(), !wanted.isEmpty, decisions < decisionsMax {
            let aim = SearchAim(workflow, wanted: wanted.keys)
            for move in moves(from: node).all {
                guard let target = aim.target(of: move, in: node), tries[target, default: 0] < Self.aimsMax
                else { continue }
                tries[target, default: 0] += 1
                guard let next = try follow(move, from: node), next.trail.count < Self.aimedTrailMax,
                    known.insert(next.key).inserted
                else { continue }
                queue.append(next)
            }
        }
    }

    /// Goes one move further; nil when it is refused or changes nothing.
    mutating func follow(_ move: SearchMove, from node: SearchNode) throws -> SearchNode? {
        guard let next = decide(move, from: node) else { return nil }
        hasBegun = true
        let new = next.taken.filter { wanted[$0] != nil }
        guard !new.isEmpty else { return next }
        for transition in new { (wanted[transition], places[transition]) = (nil, nil) }
        found.append(next)
        try onFound(next, self)
        return next
    }

    /// A file that was just proposed.
    mutating func begin(_ start: SearchStart) throws -> SearchNode? {
        let blank = Agreement(
            id: Self.agreement, workflow: workflow.id, version: workflow.version,
            instrument: workflow.instrument, headHash: "")
        let node = SearchNode(agreement: blank, facts: cast.facts, trail: [], views: [], taken: [])
        let people = cast.people
        let actor = workflow.proposers.lazy.compactMap { role in
            people.first { $0.grants.contains { $0.role == role } }
        }.first
        guard let actor else { return nil }
        let move = SearchMove(at: GeneratedCast.start, actor: actor.key, verb: .propose(start))
        return try follow(move, from: node)
    }

    private static let agreement: Agreement.ID =
        ScenarioIdentities.derived(institution: "generated").identifier("agreement/a")
}

extension ScenarioSearch {
    /// The place to which a move leads; nil when it is refused or changes nothing.
    private mutating func decide(_ move: SearchMove, from node: SearchNode) -> SearchNode? {
        ledger.clear()
        var next = node
        next.facts.now = max(move.at, node.now)
        if move.isPass { decisions += 1 }
        guard node.isNew || ring(&next, by: move.at, asking: move.isWait) else { return nil }
        if !move.isWait, !move.isPass {
            let cast = node.base?.cast ?? cast
            guard let command = SearchCommand(move: move, node: next, cast: cast).command else { return nil }
            register(move.verb, cast, &next)
            guard apply(command, &next, isNew: node.isNew, mayDoNothing: move.isMeasure || move.isDelegation)
            else { return nil }
        }
        var done = move
        done.at = next.now
        next.trail.append(done)
        next.views.append(.init(state: next.agreement.state, legal: next.agreement.legalStatus))
        next.taken.formUnion(ledger.all)
        next.extended = next.extended || move.isExtension
        return next
    }

    /// Changes the facts as the register does.
    private func register(_ verb: SearchMove.Verb, _ cast: GeneratedCast, _ node: inout SearchNode) {
        let identities = ScenarioIdentities.derived(institution: GeneratedCast.institution)
        switch verb {
        case .extend(let call, let closes):
            var names = cast.names
            node.facts.apply(.callExtended(call: names.call(call), closesAt: closes), at: node.now)
        case .measure(let measure):
            let set = ScenarioStage.measure(measure, id: identities.identifier("measure/\(measure.key)"))
            node.facts.apply(.measureSet(measure: set), at: node.now)
        case .lift(let key):
            let id: Measure.ID = identities.identifier("measure/\(key)")
            node.facts.apply(.measureEnded(measure: id, until: node.now), at: node.now)
        case .delegate(let delegation):
            var names = cast.names
            for role in delegation.roles {
                node.facts.apply(
                    .delegated(
                        delegation: Delegation(
                            id: identities.identifier("delegation/\(delegation.key)/\(role)"),
                            grantor: names.person(delegation.by), grantee: names.person(delegation.to),
                            role: role, scope: .everything, from: Zone.paris.startOfDay(delegation.from),
                            until: delegation.until.map(Zone.paris.endOfDay))), at: node.now)
            }
        case .propose, .act, .document, .edit, .wait, .pass: break
        }
    }

    /// Lets timers ring one after the other: all that are due by `limit`, or until a chart moves when
    /// waiting.
    private mutating func ring(_ node: inout SearchNode, by limit: Instant, asking: Bool) -> Bool {
        for _ in 0..<Self.ringsMax {
            let due = asking ? node.nextRing : node.agreement.timers.map(\.due).min()
            guard let due, asking || due <= limit else { return !asking }
            let before = node.agreement.processes.mapValues(\.state)
            node.facts.now = max(node.now, due)
            let timers = Command(
                requestID: "", agreement: node.agreement.id, actor: .system(cause: "timer"), channel: .system,
                body: .serveTimers)
            guard apply(timers, &node, isNew: false) else { return false }
            if asking, !ledger.all.isEmpty || node.agreement.processes.mapValues(\.state) != before {
                return true
            }
        }
        return !asking
    }

    /// - Parameter mayDoNothing: whether nobody has to hear of it.
    private mutating func apply(
        _ command: Command, _ node: inout SearchNode, isNew: Bool, mayDoNothing: Bool = false
    ) -> Bool {
        decisions += 1
        let decider = Decider(
            workflow: workflow, facts: node.facts, randomness: randomness, watch: ledger.watch)
        let decision = decider.decide(command, on: isNew ? nil : node.agreement)
        lastRefusal = decision.refusal
        guard decision.refusal == nil, mayDoNothing || !decision.events.isEmpty else { return false }
        node.agreement = decision.agreement
        for number in decision.numbers { node.facts.counters[number.series] = number.number }
        return true
    }
}

extension SearchNode {
    /// When the next timer rings that moves a chart; the reminders before it are sent on the way.
    var nextRing: Instant? {
        agreement.timers.filter { if case .event = $0.purpose { true } else { false } }.map(\.due).min()
    }

    /// Whether there is no agreement yet.
    var isNew: Bool { trail.isEmpty && base == nil }
}

extension Workflow {
    /// By process and state: the transitions that leave it or stay in it.
    fileprivate var transitionsBySource: [String: [String]] {
        let all = processes.values.flatMap { process in
            process.chart.transitions.compactMap { transition in
                transition.label.map { label in
                    (
                        state: "\(process.name) \(process.chart.id(transition.source))",
                        name: "\(process.name) \(label)"
                    )
                }
            }
        }
        return Dictionary(grouping: all, by: \.state).mapValues { $0.map(\.name) }
    }
}

extension SearchMove {
    var isWait: Bool { if case .wait = verb { true } else { false } }
    var isPass: Bool { if case .pass = verb { true } else { false } }
    var isMeasure: Bool {
        switch verb {
        case .measure, .lift: true
        case .propose, .act, .document, .edit, .extend, .delegate, .wait, .pass: false
        }
    }
    var isDelegation: Bool { if case .delegate = verb { true } else { false } }
    var isExtension: Bool { if case .extend = verb { true } else { false } }
}

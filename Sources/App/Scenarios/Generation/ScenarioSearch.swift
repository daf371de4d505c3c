import Agreements
import Definitions
import Engine
import Statechart

/// A search for the acts and waits that take every transition of a workflow: breadth first, guided by how
/// near a
/// place is to what is not covered yet.
///
/// Every step is decided by the real rules, in memory; the same seed gives the same scenarios.
struct ScenarioSearch {
    /// The most timers that one wait lets ring before something moves.
    private static let ringsMax = 200
    private static let trailMax = 160
    /// How much further away a transition seems for each time that it was tried in vain.
    private static let disappointment = 0.4

    let workflow: Workflow
    let cast: GeneratedCast
    private let map: SearchMap
    private let bySource: [String: [String]]
    private let ledger = TakenLedger()
    private let randomness: Randomness
    private var random: SplitMix64
    private(set) var wanted: [String: Double]
    private(set) var decisions = 0
    private(set) var found: [SearchNode] = []
    private var open: [(node: SearchNode, cost: Double)] = []
    private var known: Set<String> = []
    private var distances: [String: Double] = [:]

    init(_ workflow: Workflow, wanted: Set<String>, seed: UInt64) {
        self.workflow = workflow
        cast = GeneratedCast(workflow)
        map = SearchMap(workflow)
        bySource = map.transitionsBySource
        randomness = .seeded(seed)
        random = SplitMix64(seed: seed)
        self.wanted = Dictionary(uniqueKeysWithValues: wanted.map { ($0, 0) })
    }

    /// Searches until everything is covered, nothing is left to try, or `decisionsMax` decisions were taken.
    ///
    /// - Parameter seeds: places of given scenarios, from which it goes on, too.
    mutating func run(from seeds: [SearchNode] = [], decisionsMax: Int) {
        aim(from: seeds, decisionsMax: decisionsMax / 2)
        distances = map.distances(to: wanted)
        for seed in seeds where known.insert(seed.key).inserted { open.append((seed, score(seed))) }
        for start in starts { begin(start) }
        while !wanted.isEmpty, decisions < decisionsMax, let node = nearest() { expand(node) }
    }

    /// How often the same aim is taken, and how many moves beyond a seed.
    private static let aimsMax = 60
    private static let aimedTrailMax = 8

    /// Tries, from every place, the moves that may take a wanted transition, and goes on from where they lead.
    private mutating func aim(from seeds: [SearchNode], decisionsMax: Int) {
        var tries: [String: Int] = [:]
        var queue = seeds[...]
        while let node = queue.popFirst(), !wanted.isEmpty, decisions < decisionsMax {
            let aim = SearchAim(workflow, wanted: wanted.keys)
            for move in SearchMoves(node: node, workflow: workflow, cast: node.base?.cast ?? cast).all {
                guard let target = aim.target(of: move, in: node), tries[target, default: 0] < Self.aimsMax
                else { continue }
                tries[target, default: 0] += 1
                guard let next = follow(move, from: node), next.trail.count < Self.aimedTrailMax else {
                    continue
                }
                queue.append(next)
            }
        }
    }

    /// Costs only grow while what is wanted shrinks: an old cost that is still the least is looked at
    /// again, and is
    /// right when it did not change.
    private mutating func nearest() -> SearchNode? {
        while let index = open.indices.min(by: { open[$0].cost < open[$1].cost }) {
            let cost = score(open[index].node)
            if cost <= open[index].cost { return open.remove(at: index).node }
            open[index].cost = cost
        }
        return nil
    }

    private func score(_ node: SearchNode) -> Double {
        let active = node.agreement.processes.values.filter { $0.status == .active }
        let costs = active.flatMap { process in
            process.configuration.compactMap { cost(of: $0, in: process, node) }
        }
        return (costs.min() ?? 1_000) + Double(node.trail.count) * 0.02
    }

    /// The way from one active state to what is wanted: at once, or after all inside it is done.
    private func cost(of state: String, in process: Agreements.Process, _ node: SearchNode) -> Double? {
        let name = "\(process.definition) \(state)"
        guard let after = distances["\(name) done"],
            let chart = workflow.processes[process.definition]?.chart,
            let index = chart.states.indices.first(where: { chart.id($0) == state })
        else { return distances[name] }
        return min(distances[name] ?? .infinity, after + map.effort(of: index, in: process, node) + 0.5)
    }

    private mutating func expand(_ node: SearchNode) {
        var moves = SearchMoves(node: node, workflow: workflow, cast: node.base?.cast ?? cast).all
        moves.shuffle(using: &random)
        for move in moves { follow(move, from: node) }
        for process in node.agreement.processes.values where process.status == .active {
            for state in process.configuration {
                let name = "\(process.definition) \(state)"
                for transition in (bySource[name] ?? []) + (bySource["\(name) done"] ?? []) {
                    wanted[transition]? += Self.disappointment
                }
            }
        }
        distances = map.distances(to: wanted)
    }

    /// Goes one move further; nil when that is impossible or leads to a place that is known.
    @discardableResult
    private mutating func follow(_ move: SearchMove, from node: SearchNode) -> SearchNode? {
        guard node.trail.count < Self.trailMax, var next = decide(move, from: node) else { return nil }
        let new = next.taken.filter { wanted[$0] != nil }
        for transition in new { wanted[transition] = nil }
        if !new.isEmpty {
            found.append(next)
            distances = map.distances(to: wanted)
        }
        guard known.insert(next.key).inserted else { return nil }
        next.extended = next.extended || move.isExtension
        open.append((next, score(next)))
        return next
    }

    private mutating func begin(_ start: SearchStart) {
        let blank = Agreement(
            id: Self.agreement, workflow: workflow.id, version: workflow.version,
            instrument: workflow.instrument, headHash: "")
        let node = SearchNode(agreement: blank, facts: cast.facts, trail: [], views: [], taken: [])
        let roles =
            workflow.roles("proposers").isEmpty
            ? (workflow.entry == .call ? ["PI_FR"] : ["INT", "DG"]) : workflow.roles("proposers")
        guard
            let actor = cast.people.first(where: { person in
                person.grants.contains { roles.contains($0.role) }
            })
        else { return }
        follow(SearchMove(at: GeneratedCast.start, actor: actor.key, verb: .propose(start)), from: node)
    }

    private static let agreement: Agreement.ID =
        ScenarioIdentities.derived(institution: "generated").identifier("agreement/a")

    /// Proposals of each kind: with all fields of the dossier or the required ones, with and without a
    /// unit, with
    /// two or three parties.
    private var starts: [SearchStart] {
        let parties = [
            ["abroad", "home"], ["abroad", "university", "home"], ["abroad", "abroad2", "home"],
        ]
        return parties.flatMap { parties in
            [true, false].flatMap { all in
                (all ? ["U1001", nil] : ["U1001"]).map { unit in
                    SearchStart(
                        workflow: workflow.id, call: workflow.entry == .call ? "call1" : nil, unit: unit,
                        parties: parties, dossier: dossier(all))
                }
            }
        }
    }

    private func dossier(_ all: Bool) -> [String: ScenarioValue] {
        let fields = workflow.dossier.filter { all || $0.required }
        return Dictionary(
            fields.map { field in
                switch field.kind {
                case .integer: (field.name, .integer(1))
                case .flag: (field.name, .flag(true))
                case .day: (field.name, .text("2016-01-04"))
                case .choice(let choices): (field.name, .text(choices.first ?? "x"))
                default: (field.name, .text("Texte"))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension ScenarioSearch {
    /// The place to which a move leads; nil when it is refused or changes nothing.
    private mutating func decide(_ move: SearchMove, from node: SearchNode) -> SearchNode? {
        ledger.clear()
        var next = node
        next.facts.now = max(move.at, node.now)
        guard node.isNew || ring(&next, by: move.at, asking: move.isWait) else { return nil }
        if !move.isWait {
            let cast = node.base?.cast ?? cast
            guard let command = SearchCommand(move: move, node: next, cast: cast).command else { return nil }
            if case .extend(let call, let closes) = move.verb {
                var names = cast.names
                next.facts.apply(.callExtended(call: names.call(call), closesAt: closes), at: next.facts.now)
            }
            guard apply(command, &next, isNew: node.isNew) else { return nil }
        }
        var done = move
        done.at = next.now
        next.trail.append(done)
        next.views.append(.init(state: next.agreement.state, legal: next.agreement.legalStatus))
        next.taken.formUnion(ledger.all)
        return next
    }

    /// Lets timers ring one after the other: all that are due by `limit`, or until a chart moves when
    /// waiting.
    private mutating func ring(_ node: inout SearchNode, by limit: Instant, asking: Bool) -> Bool {
        for _ in 0..<Self.ringsMax {
            guard let due = node.agreement.timers.map(\.due).min(), asking || due <= limit else {
                return !asking
            }
            let before = node.agreement.processes.mapValues(\.state)
            node.facts.now = max(node.now, due)
            let timers = Command(
                requestID: "", agreement: node.agreement.id, actor: .system(cause: "timer"), channel: .system,
                body: .serveTimers)
            guard apply(timers, &node, isNew: false) else { return false }
            if asking, node.agreement.processes.mapValues(\.state) != before { return true }
        }
        return !asking
    }

    private mutating func apply(_ command: Command, _ node: inout SearchNode, isNew: Bool) -> Bool {
        decisions += 1
        let decider = Decider(
            workflow: workflow, facts: node.facts, randomness: randomness, watch: ledger.watch)
        let decision = decider.decide(command, on: isNew ? nil : node.agreement)
        guard decision.refusal == nil, !decision.events.isEmpty else { return false }
        node.agreement = decision.agreement
        for number in decision.numbers { node.facts.counters[number.series] = number.number }
        return true
    }
}

extension SearchNode {
    /// Whether there is no agreement yet.
    var isNew: Bool { trail.isEmpty && base == nil }
}

extension SearchMove {
    var isWait: Bool { if case .wait = verb { true } else { false } }
    var isExtension: Bool { if case .extend = verb { true } else { false } }
}

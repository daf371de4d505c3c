import Agreements
import Expressions
import Statechart

extension Exploration {
    /// What an explorer saw.
    init(_ explorer: Explorer) {
        let nodes = explorer.nodes
        let chart = explorer.reading.chart
        func ids(_ node: Int) -> [String] {
            chart.ids(chart.atomicStates(of: nodes[node].situation.configuration)).sorted()
        }
        var paths: [[String]: [LocalizedText]] = [:]
        var known: Set<StateSet> = []
        for node in nodes.indices where known.insert(nodes[node].situation.configuration).inserted {
            paths.keep(explorer.path(to: node), for: ids(node))
        }
        let graph = SituationGraph(count: nodes.count, edges: explorer.edges)
        let ends = nodes.indices.filter { nodes[$0].situation.hasEnded }
        let isSafe = graph.reaching(ends)
        let trapped = explorer.isComplete ? nodes.indices.filter { !isSafe[$0] } : []
        let stuck = nodes.indices.filter { !nodes[$0].situation.hasEnded && explorer.isStuck($0, graph) }

        isComplete = explorer.isComplete
        situationsCount = nodes.count
        configurations = Set(paths.keys)
        self.paths = paths
        unreachedStates = chart.states.filter {
            $0.index != Chart<Guard>.root && !$0.isHistory && explorer.log.entered[$0.index] == nil
        }.map(\.id)
        deadTransitions = chart.transitions.filter { explorer.log.taken[$0.index] == nil }
            .compactMap(\.label)
        traps = Set(trapped.map(ids))
        deadlocks = Set(stuck.map(ids))
        endlessLoops = Set(explorer.log.endless.keys.map { chart.ids($0).sorted() })
        var details = Details(explorer)
        details.hasEnd = !ends.isEmpty
        details.bound = explorer.bound
        let stays = LastRounds(trapped) { explorer.successors[$0, default: []].map(\.to) }.members
        details.traps = trapped.filter(stays.contains).map {
            Sighting(subject: ids($0), path: explorer.path(to: $0))
        }
        details.deadlocks = stuck.map { Sighting(subject: ids($0), path: explorer.path(to: $0)) }
        details.standstills = nodes.indices.filter { !nodes[$0].situation.hasEnded && !graph.moves[$0] }
            .map { Sighting(subject: ids($0), path: explorer.path(to: $0)) }
        let turning = explorer.turningSteps()
        details.turningStates = Set(turning.flatMap(ids))
        details.turningSteps = turning.filter { !turning.contains(nodes[$0].parent) }.sorted()
            .map { Sighting(subject: ids($0), path: explorer.path(to: $0)) }
        details.promptTurns = explorer.promptTurns().map {
            Sighting(subject: $0.turn, path: explorer.path(to: $0.node))
        }
        details.answers = explorer.propertyAnswers(graph)
        self.details = details
    }
}

extension Exploration.Details {
    init(_ explorer: Explorer) {
        let log = explorer.log
        let chart = explorer.reading.chart
        func way(_ moment: ObservationLog.Moment) -> [LocalizedText] {
            explorer.path(to: moment.node, then: moment.trigger)
        }
        for (state, moment) in log.entered { entries[chart.id(state)] = way(moment) }
        endless = log.endless.map { .init(subject: chart.ids($0.key), path: way($0.value)) }
        turning = Set(
            chart.ids(log.turning.states) + log.turning.transitions.compactMap { chart.transitions[$0].label }
        )
        unsetReads = log.unsetReads.map { .init(subject: $0.key, path: way($0.value)) }
        illegalChanges = log.illegalChanges.map { .init(subject: $0.key, path: way($0.value)) }
        unsigned = log.unsigned.map { .init(subject: $0.key, path: way($0.value)) }
        openEnds = log.openEnds.map { .init(subject: chart.id($0.key), path: way($0.value)) }
        bindingEnds = explorer.bindingEnds().map { .init(subject: $0, path: way($1)) }
        idleSpawns = log.spawns.filter { !log.usefulSpawns.contains($0.key) }
            .map { .init(subject: $0.key, path: way($0.value)) }
        ties = explorer.timerTies()
        childTies = explorer.childTies()
        clockTies = explorer.clockTies()
        heardTimers = log.heardTimers
        heardTellings = log.heardTellings
        unheardTellings = log.unheardTellings.mapValues(way)
        outcomes = log.outcomes
        ways = Ways(explorer)
        startsAtOnce = explorer.startsAtOnce
    }
}

extension Explorer {
    /// Whether it comes to what could not be read: then more may happen than was seen.
    var goesAstray: Bool { nowhere.map { log.entered[$0] != nil } ?? false }

    /// Whether nothing can come to a situation.
    func isStuck(_ node: Int, _ graph: SituationGraph) -> Bool {
        !graph.moves[node] && outlook(of: nodes[node].situation.configuration).cues.isEmpty
    }

    var behaviour: ChildBehaviour {
        var outcomes: Set<String> = []
        var unsigned: Set<String> = []
        var midway: Set<String> = []
        var ends: Set<ChildBehaviour.End> = []
        for node in nodes {
            let told = node.situation.configuration.compactMap { reading.states[$0]?.outcome }
            outcomes.formUnion(told)
            if node.situation.hasEnded {
                ends.insert(.init(outcome: told.last, isSigned: node.situation.isSigned))
            } else {
                midway.formUnion(told)
            }
        }
        // What is told is told on entry: a text that changes afterwards takes nothing of it back.
        for edge in edges where !nodes[edge.to].situation.isSigned {
            unsigned.formUnion(edge.response.entered.compactMap { reading.states[$0]?.outcome })
        }
        let ownsText = reading.process.ownsText && isComplete
        var behaviour = ChildBehaviour(
            outcomes: outcomes, ends: ends, signedOutcomes: ownsText ? outcomes.subtracting(unsigned) : [],
            isComplete: isComplete)
        for node in promptNodes.map({ nodes[$0] }) {
            let told = node.situation.configuration.compactMap { reading.states[$0]?.outcome }
            behaviour.promptOutcomes.formUnion(told)
            guard node.situation.hasEnded else { continue }
            behaviour.promptEnds.insert(.init(outcome: told.last, isSigned: node.situation.isSigned))
        }
        behaviour.rings = rings
        behaviour.voidsSignatures =
            !reading.process.ownsText && mayDo(\.voidSignatures, orItsChildren: \.voidsSignatures)
        behaviour.midwayOutcomes = midway
        behaviour.statusesOfEndAtWill = statusesOfSureEnd(isWaiting: false)
        behaviour.statusesOfSureEnd = statusesOfSureEnd(isWaiting: true)
        behaviour.letsPartiesJoin = mayDo(\.letJoin, orItsChildren: \.letsPartiesJoin)
        behaviour.changesParties = mayDo(\.changeParties, orItsChildren: \.changesParties)
        behaviour.outcomesOfChange = isComplete ? outcomes.subtracting(outcomesOfOther) : []
        return behaviour
    }

    /// The outcomes that it may tell at another instant than that in which who is a party changes.
    private var outcomesOfOther: Set<String> {
        var told: Set<String> = []
        for edge in edges where edge.trigger != .told("parties.changed") {
            told.formUnion(edge.response.entered.compactMap { reading.states[$0]?.outcome })
        }
        return told
    }

    /// The legal statuses under which an end certainly can be brought about from every situation; those that
    /// restrict nothing are alike, and what is sure under one that does is sure under them.
    private func statusesOfSureEnd(isWaiting: Bool) -> Set<LegalStatus> {
        guard isComplete, reading.process.name != "life" else { return [] }
        let ends = nodes.indices.filter { nodes[$0].situation.hasEnded }
        func isSure(under status: LegalStatus) -> Bool {
            SureWays(self, to: ends, under: status, isWaiting: isWaiting).areAll
        }
        let restricted = Set(context.restrictions.map(\.status))
        let free = Set(LegalStatus.allCases).subtracting(restricted)
        if let status = free.first {
            guard isSure(under: status) else { return [] }
        }
        return free.union(restricted.filter(isSure))
    }

    /// The situations that may be reached in the instant in which the process starts.
    private var promptNodes: Set<Int> {
        var reached: Set<Int> = []
        var waiting = edges.prefix { $0.from < 0 }.map(\.to)
        while let node = waiting.popLast() {
            guard reached.insert(node).inserted else { continue }
            waiting += successors[node, default: []].filter { isPrompt($0) }.map(\.to)
        }
        return reached
    }

    /// Whether some step of it does something, or a process that it starts may.
    private func mayDo(
        _ does: KeyPath<[ActionDefinition], Bool>, orItsChildren may: KeyPath<ChildBehaviour, Bool>
    ) -> Bool {
        log.taken.keys.contains { reading.transitions[$0]?.actions[keyPath: does] ?? false }
            || log.entered.keys.contains { state in
                (reading.states[state]?.actions[keyPath: does] ?? false)
                    || reading.groups[state].contains { context.children[$0.run]?[keyPath: may] ?? false }
            }
    }

    /// What is shown of each property of this process, by its number.
    func propertyAnswers(_ graph: SituationGraph) -> [Int: PropertyAnswer] {
        var answers: [Int: PropertyAnswer] = [:]
        for rule in rules {
            answers[rule.index] =
                rule.kind == .eventually ? eventualAnswer(rule, graph) : steadyAnswer(rule.index)
        }
        return answers
    }

    private func steadyAnswer(_ index: Int) -> PropertyAnswer {
        if let node = log.failing[index] { return .refuted(path: path(to: node)) }
        if let bound { return .notDecided(because: bound.reason) }
        guard let node = log.open[index] else { return .proved }
        return .notDecided(because: unknown(after: node))
    }

    private func eventualAnswer(_ rule: Rule, _ graph: SituationGraph) -> PropertyAnswer {
        if let bound { return .notDecided(because: bound.reason) }
        guard let mark = eventualMarks[rule] else { return .notDecided(because: unknown(after: 0)) }
        let goals = nodes.indices.filter {
            nodes[$0].situation.marks.contains(mark) || isAstray(nodes[$0].situation)
        }
        let isSafe = graph.reaching(goals)
        guard let lost = nodes.indices.first(where: { !isSafe[$0] }) else {
            let sure = SureWays(self, to: goals)
            guard let open = nodes.indices.first(where: { !sure.isSure[$0] }) else { return .proved }
            return .notDecided(because: doubt(from: open, sure))
        }
        let possible = nodes.indices.filter { truth(of: rule, in: nodes[$0].situation) == .open }
        let maybe = graph.reaching(goals + possible)
        if let certain = nodes.indices.first(where: { !maybe[$0] }) {
            return .refuted(path: path(to: certain))
        }
        return .notDecided(because: unknown(after: lost))
    }

    private func unknown(after node: Int) -> LocalizedText {
        let way = path(to: node).joined(separator: ", ")
        return LocalizedText(
            fr: "cela dépend de valeurs qui ne sont pas connues après \(way.fr)",
            en: "it depends on values that are not known after \(way.en)")
    }
}

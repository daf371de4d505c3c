import Agreements
import Statechart

/// How far each transition of the charts is from one place, as if nothing were ever lost again on the way.
///
/// A unit is a process that runs, or stands for those of a definition that are still to come. What two aims share is
/// counted twice, and what one takes from the other is not seen: it is an estimate, by which steps are chosen.
struct SearchEstimate {
    static let far = 60_000
    /// What a clause is taken to cost for which nothing is known to help.
    static let doubt = 30
    /// What a way counts more that another hides as things are.
    private static let hidden = 12
    private static let sweepsMax = 60
    /// How often a variable that counts is set at most, and what each time after the first is taken to cost.
    private static let roundsMax = 64
    private static let round = 2

    struct Unit {
        var chart: Int
        /// The process that runs; nil for those to come.
        var process: Agreements.Process?
    }

    let atlas: SearchAtlas
    private(set) var units: [Unit] = []
    /// By chart.
    private(set) var unitsOf: [[Int]]
    /// By the parent's path.
    private(set) var childrenOf: [String: [Int]] = [:]
    /// By unit and state.
    private(set) var states: [[Int]] = []
    /// By unit and way.
    private(set) var ways: [[Int]] = []
    /// `process event` of every timer that is armed.
    private var armed: Set<String> = []
    /// What steps cost more here, since they were seen to lead astray.
    private let tolls: SearchTolls
    /// The places of the lists for children that are empty as things are.
    private var barren: Set<String> = []
    /// By unit: ways that one before them hides.
    private var shadows: [Set<Int>] = []
    /// By unit and way: the needs that are not met.
    private(set) var lacks: [[[SearchNeed]]] = []

    init(
        _ node: SearchNode, _ workflow: Workflow, _ atlas: SearchAtlas, tolls: SearchTolls = SearchTolls()
    ) {
        self.atlas = atlas
        self.tolls = tolls
        unitsOf = Array(repeating: [], count: atlas.charts.count)
        for process in node.agreement.processes.values.sorted(by: { $0.path < $1.path })
        where process.status == .active {
            if let chart = atlas.number[process.definition] { add(Unit(chart: chart, process: process)) }
        }
        for chart in atlas.charts.indices { add(Unit(chart: chart)) }
        for timer in node.agreement.timers {
            if case .event(let event) = timer.purpose { armed.insert("\(timer.process) \(event)") }
        }
        var prospect = Prospect(workflow: workflow, facts: node.facts, agreement: node.agreement)
        barren = Self.barren(node, atlas, &prospect)
        lacks = units.map { Self.lacks(of: $0, atlas, &prospect, tolls.refused) }
        shadows = units.indices.map(shadows)
        settle()
    }

    /// The places of the lists for children that are empty now.
    private static func barren(
        _ node: SearchNode, _ atlas: SearchAtlas, _ prospect: inout Prospect
    ) -> Set<String> {
        guard let probe = atlas.isFilled else { return [] }
        let lists = atlas.starts.values.flatMap(\.self).compactMap { start in
            start.list.map { (list: $0, owner: atlas.charts[start.deed.chart].definition.name) }
        }
        let empty = lists.filter { list, owner in
            let path = node.agreement.processes.values.filter {
                $0.definition == owner && $0.status == .active
            }
            .map(\.path).min()
            return prospect.holds(probe, in: path ?? "life", setting: "probe", to: list) == false
        }
        return Set(empty.map(\.list.place))
    }

    /// The ways that one before them, for the same event, takes first as things are.
    private func shadows(of unit: Int) -> Set<Int> {
        var open: Set<[String]> = []
        var found: Set<Int> = []
        let chart = atlas.charts[units[unit].chart]
        for (index, way) in chart.ways.enumerated() {
            let key = ["\(way.source)", way.event]
            if open.contains(key) { found.insert(index) }
            let isKnown = way.needs.allSatisfy { !$0.isOfAct && ($0.isShared || units[unit].process != nil) }
            if isKnown, lacks[unit][index].isEmpty { open.insert(key) }
        }
        return found
    }

    private mutating func add(_ unit: Unit) {
        let chart = atlas.charts[unit.chart]
        unitsOf[unit.chart].append(units.count)
        if let parent = unit.process?.parent { childrenOf[parent, default: []].append(units.count) }
        units.append(unit)
        var costs = Array(repeating: Self.far, count: chart.definition.chart.states.count)
        costs[0] = unit.process == nil ? Self.far : 0
        for state in unit.process?.configuration ?? [] {
            if let index = chart.definition.chart.index(of: state) { costs[index] = 0 }
        }
        states.append(costs)
        ways.append(Array(repeating: Self.far, count: chart.ways.count))
    }

    private static func lacks(
        of unit: Unit, _ atlas: SearchAtlas, _ prospect: inout Prospect, _ refused: [String: Set<String>]
    ) -> [[SearchNeed]] {
        let path = unit.process?.path
        return atlas.charts[unit.chart].ways.map { way in
            guard !way.needs.isEmpty else { return [] }
            let known = path.flatMap { refused["\($0) \(way.name)"] } ?? []
            return way.needs.compactMap { need in
                if known.contains(need.clause.formula.place) { return need }
                guard !need.isOfAct, path != nil || need.isShared else { return nil }
                let formula = need.clause.formula
                guard !prospect.holds(formula, in: path ?? "life") else { return nil }
                return need.counting { variable, value in
                    prospect.rounds(
                        until: formula, in: path ?? "life", setting: variable, to: value,
                        max: value.reads("vars.\(variable)") ? Self.roundsMax : 1)
                }
            }
        }
    }

    // MARK: Costs

    private mutating func settle() {
        for _ in 0..<Self.sweepsMax {
            var moved = false
            for unit in units.indices {
                if begin(unit) { moved = true }
                if sweep(unit) { moved = true }
            }
            if !moved { return }
        }
    }

    private mutating func begin(_ unit: Int) -> Bool {
        guard units[unit].process == nil else { return false }
        let cost = start(of: units[unit].chart)
        guard cost < Self.far else { return false }
        return lower(atlas.charts[units[unit].chart].initial, of: unit, to: cost + 1)
    }

    private mutating func sweep(_ unit: Int) -> Bool {
        var moved = false
        let chart = atlas.charts[units[unit].chart]
        for (index, way) in chart.ways.enumerated() {
            let source = states[unit][way.source]
            guard source < Self.far else { continue }
            let hidden = shadows[unit].contains(index) ? Self.hidden : 0
            let cost = min(Self.far, source + trigger(way, unit) + needs(of: index, unit) + hidden)
            guard cost < ways[unit][index] else { continue }
            ways[unit][index] = cost
            moved = true
            _ = lower(way.entered, of: unit, to: cost)
        }
        return moved
    }

    private mutating func lower(_ entered: [Int], of unit: Int, to cost: Int) -> Bool {
        var moved = false
        for state in entered where states[unit][state] > cost {
            states[unit][state] = cost
            moved = true
        }
        return moved
    }

    /// What it costs that a process of this chart begins.
    func start(of chart: Int) -> Int {
        (atlas.starts[atlas.charts[chart].definition.name] ?? []).map(cost).min() ?? Self.far
    }

    /// A list that is empty as things are starts nothing.
    func cost(_ start: SearchStart.Deed) -> Int {
        let isBarren = start.list.map { barren.contains($0.place) } ?? false
        return min(Self.far, cost(start.deed) + (isBarren ? Self.hidden : 0))
    }

    private func least(_ deeds: [SearchDeed]) -> Int { deeds.map(cost).min() ?? Self.far }

    /// What it costs to do this, once more where it was done.
    func cost(_ deed: SearchDeed) -> Int {
        unitsOf[deed.chart].map { unit in
            switch deed.place {
            case .way(let way): ways[unit][way]
            case .state(let state): entry(of: state, unit)
            }
        }.min() ?? Self.far
    }

    /// What it costs to enter a state, once more where it is active.
    func entry(of state: Int, _ unit: Int) -> Int {
        if states[unit][state] > 0 { return states[unit][state] }
        return atlas.charts[units[unit].chart].entering[state].map { ways[unit][$0] }.min() ?? Self.far
    }

    func trigger(_ way: SearchWay, _ unit: Int) -> Int {
        switch way.trigger {
        case .always: 0
        case .act: 1 + toll(.act(process: units[unit].process?.path ?? "", event: way.event))
        case .text: toll(.text(process: units[unit].process?.path ?? "life")) + 1
        case .document, .edit: 1
        case .delegation: 1 + toll(.delegate)
        case .measure: 2 + toll(.measure)
        case .call: 2
        case .timer(let ringing): ring(way, ringing, unit)
        case .done(let state): done(state, unit)
        case .joined(let state): joined(state, unit)
        case .told(let child, let outcome): told(child, outcome, unit)
        case .parties: least(atlas.partyDeeds)
        case .never: Self.far
        }
    }

    /// A timer that an active state did not arm has to be armed by entering it again.
    private func ring(_ way: SearchWay, _ ringing: [Int], _ unit: Int) -> Int {
        let states = ringing.map { isArmed(way, unit) ? self.states[unit][$0] : entry(of: $0, unit) }
        return min(Self.far, (states.min() ?? Self.far) + 2 + toll(.wait))
    }

    func isArmed(_ way: SearchWay, _ unit: Int) -> Bool {
        units[unit].process.map { armed.contains("\($0.path) \(way.event)") } ?? false
    }

    private func toll(_ step: SearchStep) -> Int { tolls.toll(step) }

    func done(_ state: Int, _ unit: Int) -> Int {
        let chart = atlas.charts[units[unit].chart].definition.chart
        let children = chart.states[state].children
        if chart.states[state].kind == .parallel {
            return children.reduce(0) { min(Self.far, $0 + done($1, unit)) }
        }
        return children.filter { chart.states[$0].kind == .final }.map { states[unit][$0] }.min() ?? Self.far
    }

    func joined(_ state: Int, _ unit: Int) -> Int {
        let chart = atlas.charts[units[unit].chart]
        let meaning = chart.definition.states[chart.definition.chart.id(state)]
        if let process = units[unit].process, states[unit][state] == 0 {
            let owned = (childrenOf[process.path] ?? []).filter { units[$0].process?.owner == meaning?.id }
            return owned.reduce(0) { min(Self.far, $0 + end(of: $1, in: chart)) }
        }
        return (meaning?.children ?? []).reduce(0) { sum, children in
            guard let unit = template(of: children.run) else { return sum }
            return min(Self.far, sum + max(0, end(of: unit, in: chart) - start(of: units[unit].chart)))
        }
    }

    /// What it costs that a process comes to something.
    func end(of unit: Int, in parent: SearchChart) -> Int {
        ends(of: unit, in: parent).map { states[unit][$0] }.min() ?? Self.far
    }

    /// Its ends, without those that make its parent leave, as a refusal does, where there are others.
    func ends(of unit: Int, in parent: SearchChart) -> [Int] {
        let chart = atlas.charts[units[unit].chart]
        let name = units[unit].process?.name
        let names = name.map { [$0] } ?? parent.names(of: chart.definition.name)
        let peaceful = chart.ends.filter { state in
            let outcome = chart.definition.states[chart.definition.chart.id(state)]?.outcome
            guard let outcome else { return true }
            return !names.contains { parent.leaving.contains("\($0).\(outcome)") }
        }
        return peaceful.isEmpty ? chart.ends : peaceful
    }

    func told(_ child: String, _ outcome: String, _ unit: Int) -> Int {
        tellers(child, unit).map { teller in
            (atlas.charts[units[teller].chart].outcomes[outcome] ?? []).map { entry(of: $0, teller) }.min()
                ?? Self.far
        }.min() ?? Self.far
    }

    /// The children of that name: those that run, and one that is still to begin.
    func tellers(_ child: String, _ unit: Int) -> [Int] {
        let running = (units[unit].process.flatMap { childrenOf[$0.path] } ?? []).filter {
            units[$0].process?.name == child
        }
        let runs = atlas.charts[units[unit].chart].children[child] ?? []
        return running + runs.sorted().compactMap(template)
    }

    func template(of process: String) -> Int? {
        atlas.number[process].flatMap { chart in unitsOf[chart].first { units[$0].process == nil } }
    }

    private func needs(of way: Int, _ unit: Int) -> Int {
        lacks[unit][way].reduce(0) { sum, need -> Int in
            let least = need.remedies.map { cost($0, unit) }.min() ?? Self.doubt
            return min(Self.far, sum + min(least, Self.doubt))
        }
    }

    func cost(_ remedy: SearchRemedy, _ unit: Int) -> Int {
        switch remedy {
        case .deed(let deed): cost(deed)
        case .setting(_, _, let deed, let times): min(Self.far, cost(deed) + (times - 1) * Self.round)
        case .step(.text): 1 + toll(.text(process: units[unit].process?.path ?? "life"))
        case .step(let step): step.cost + toll(step)
        case .children: children(of: unit)
        }
    }

    func children(of unit: Int) -> Int {
        let running = units[unit].process.flatMap { childrenOf[$0.path] } ?? []
        let chart = atlas.charts[units[unit].chart]
        let ends = running.map { end(of: $0, in: chart) }.filter { $0 > 0 }
        if !ends.isEmpty { return ends.reduce(0) { min(Self.far, $0 + $1) } }
        let runs = chart.children.values.flatMap(\.self).sorted()
        return runs.compactMap(template).map { end(of: $0, in: chart) }.min() ?? Self.far
    }
}

extension SearchNeed {
    /// The same without the settings that would not make it hold, each other one as often as it takes.
    fileprivate func counting(_ rounds: (String, Formula) -> Int?) -> SearchNeed {
        var need = self
        need.remedies = remedies.compactMap { remedy in
            guard case .setting(let variable, let value, let deed, _) = remedy else { return remedy }
            let times = rounds(variable, value) ?? 1
            return times > 0 ? .setting(variable, value, by: deed, times: times) : nil
        }
        return need
    }
}

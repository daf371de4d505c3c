import Agreements
import Statechart

extension SearchEstimate {
    /// How far a transition is from here, by its name.
    func distance(_ goal: SearchDeed) -> Int { cost(goal) }

    /// The steps that can be taken at once towards a transition, those nearest to it first.
    func steps(to goal: SearchDeed) -> [SearchStep] {
        var road = Road()
        follow(goal, &road)
        return road.steps
    }

    private struct Road {
        var steps: [SearchStep] = []
        var ways: Set<[Int]> = []
        var states: Set<[Int]> = []

        mutating func take(_ step: SearchStep) { if !steps.contains(step) { steps.append(step) } }
    }

    private func follow(_ deed: SearchDeed, _ road: inout Road) {
        let best = unitsOf[deed.chart].min { one, other in reach(deed, one) < reach(deed, other) }
        guard let unit = best, reach(deed, unit) < Self.far else { return }
        switch deed.place {
        case .way(let way): follow(way: way, unit, &road)
        case .state(let state): enter(state, unit, &road)
        }
    }

    private func reach(_ deed: SearchDeed, _ unit: Int) -> Int {
        switch deed.place {
        case .way(let way): ways[unit][way]
        case .state(let state): entry(of: state, unit)
        }
    }

    private func follow(way index: Int, _ unit: Int, _ road: inout Road) {
        guard road.ways.insert([unit, index]).inserted else { return }
        let way = atlas.charts[units[unit].chart].ways[index]
        for need in lacks[unit][index] {
            guard let best = need.remedies.min(by: { cost($0, unit) < cost($1, unit) }) else { continue }
            follow(best, unit, &road)
        }
        guard states[unit][way.source] == 0 else { return become(way.source, unit, &road) }
        pull(way, unit, lacks[unit][index].isEmpty, &road)
    }

    /// Makes a state active that is not.
    private func become(_ state: Int, _ unit: Int, _ road: inout Road) {
        if states[unit][state] > 0 { enter(state, unit, &road) }
    }

    private func enter(_ state: Int, _ unit: Int, _ road: inout Road) {
        guard road.states.insert([unit, state]).inserted else { return }
        let chart = atlas.charts[units[unit].chart]
        let best = chart.entering[state].min { ways[unit][$0] < ways[unit][$1] }
        if units[unit].process == nil, chart.initial.contains(state),
            start(of: units[unit].chart) <= (best.map { ways[unit][$0] } ?? Self.far)
        {
            let starts = atlas.starts[chart.definition.name] ?? []
            if let first = starts.min(by: { cost($0) < cost($1) }) { follow(first.deed, &road) }
        } else if let best {
            follow(way: best, unit, &road)
        }
    }

    /// What makes the event of a way happen whose source is active.
    private func pull(_ way: SearchWay, _ unit: Int, _ isOpen: Bool, _ road: inout Road) {
        let path = units[unit].process?.path ?? "life"
        switch way.trigger {
        case .act: if isOpen { road.take(.act(process: path, event: way.event)) }
        case .text: road.take(.text(process: path))
        case .document: road.take(.document(kind: ""))
        case .edit: road.take(.edit)
        case .measure: road.take(.measure)
        case .call: road.take(.call)
        case .delegation: road.take(.delegate)
        case .timer(let ringing):
            if isArmed(way, unit) { return road.take(.wait) }
            if way.event.hasPrefix("measure") { road.take(.measure) }
            if let state = ringing.min(by: { entry(of: $0, unit) < entry(of: $1, unit) }) {
                enter(state, unit, &road)
            }
        case .done(let state): end(state, unit, &road)
        case .joined(let state): join(state, unit, &road)
        case .told(let child, let outcome): tell(child, outcome, unit, &road)
        case .parties:
            if let deed = atlas.partyDeeds.min(by: { cost($0) < cost($1) }) { follow(deed, &road) }
        case .always, .never: break
        }
    }

    private func end(_ state: Int, _ unit: Int, _ road: inout Road) {
        let chart = atlas.charts[units[unit].chart].definition.chart
        let children = chart.states[state].children
        if chart.states[state].kind == .parallel {
            for region in children { end(region, unit, &road) }
            return
        }
        let finals = children.filter { chart.states[$0].kind == .final }
        if let best = finals.min(by: { states[unit][$0] < states[unit][$1] }) { become(best, unit, &road) }
    }

    private func join(_ state: Int, _ unit: Int, _ road: inout Road) {
        let chart = atlas.charts[units[unit].chart]
        let id = chart.definition.chart.id(state)
        let running = units[unit].process.flatMap { childrenOf[$0.path] } ?? []
        for child in running where units[child].process?.owner == id { conclude(child, in: chart, &road) }
    }

    /// Brings a process to one of its ends.
    private func conclude(_ unit: Int, in parent: SearchChart, _ road: inout Road) {
        let ends = ends(of: unit, in: parent)
        if let best = ends.min(by: { states[unit][$0] < states[unit][$1] }) { become(best, unit, &road) }
    }

    private func tell(_ child: String, _ outcome: String, _ unit: Int, _ road: inout Road) {
        let options = tellers(child, unit).flatMap { teller in
            (atlas.charts[units[teller].chart].outcomes[outcome] ?? []).map { (teller: teller, state: $0) }
        }
        let best = options.min { entry(of: $0.state, $0.teller) < entry(of: $1.state, $1.teller) }
        if let best { enter(best.state, best.teller, &road) }
    }

    private func follow(_ remedy: SearchRemedy, _ unit: Int, _ road: inout Road) {
        switch remedy {
        case .deed(let deed), .setting(_, _, let deed, _): follow(deed, &road)
        case .step(.text): road.take(.text(process: units[unit].process?.path ?? "life"))
        case .step(let step): road.take(step)
        case .children:
            let running = units[unit].process.flatMap { childrenOf[$0.path] } ?? []
            let chart = atlas.charts[units[unit].chart]
            let open = running.filter { end(of: $0, in: chart) > 0 }
            for child in open { conclude(child, in: chart, &road) }
            guard open.isEmpty else { return }
            let runs = chart.children.values.flatMap(\.self).sorted().compactMap(template)
            if let best = runs.min(by: { end(of: $0, in: chart) < end(of: $1, in: chart) }) {
                conclude(best, in: chart, &road)
            }
        }
    }
}

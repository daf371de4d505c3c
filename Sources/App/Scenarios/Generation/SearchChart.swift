import Agreements
import Statechart

/// One process definition as a search aims through it.
struct SearchChart {
    var definition: ProcessDefinition
    var ways: [SearchWay] = []
    /// What a process enters when it begins.
    var initial: [Int]
    /// By name: what its children run.
    var children: [String: Set<String>] = [:]
    /// By state: the ways that enter it.
    var entering: [[Int]] = []
    /// By outcome: the states in which the parent is told it.
    var outcomes: [String: [Int]] = [:]
    /// What children tell that makes the process leave where they run: `name.outcome`.
    var leaving: Set<String> = []
    /// The states in which it has come to something: final ones, and those that tell an outcome.
    var ends: [Int] = []

    private var chart: Chart<Guard> { definition.chart }

    init(_ definition: ProcessDefinition) {
        self.definition = definition
        initial = []
        initial = below(definition.chart.states[Chart<Guard>.root].initial.targets)
        for (name, run, _) in definition.childNames { children[name, default: []].insert(run) }
        for state in definition.chart.states where state.index != Chart<Guard>.root {
            let outcome = definition.states[state.id]?.outcome
            if let outcome { outcomes[outcome, default: []].append(state.index) }
            if outcome != nil || state.kind == .final && state.parent == Chart<Guard>.root {
                ends.append(state.index)
            }
        }
    }

    /// Reads the ways; `need` says what may make a clause hold.
    mutating func readWays(_ need: (Guard.Clause, ProcessDefinition) -> SearchNeed) {
        ways = chart.transitions.compactMap { transition in
            guard let label = transition.label, let meaning = definition.transitions[label] else {
                return nil
            }
            return SearchWay(
                name: "\(definition.name) \(label)", event: meaning.event, source: transition.source,
                entered: entered(by: transition), trigger: trigger(of: meaning, transition.source),
                needs: (transition.condition?.clauses ?? []).map { need($0, definition) })
        }
        leaving = Set(
            ways.filter { way in
                if case .told = way.trigger { !way.entered.isEmpty } else { false }
            }.map(\.event))
        entering = Array(repeating: [], count: chart.states.count)
        for (index, way) in ways.enumerated() { for state in way.entered { entering[state].append(index) } }
    }

    private func trigger(of meaning: TransitionDefinition, _ source: Int) -> SearchWay.Trigger {
        if !meaning.by.isEmpty { return .act }
        let event = meaning.event
        if event.hasPrefix("joined.") {
            return chart.index(of: String(event.dropFirst("joined.".count))).map { .joined($0) } ?? .never
        }
        let ringing = definition.states.values.filter { $0.timers.contains { $0.event == event } }
        if event == "delegation.changed" { return .delegation }
        if !ringing.isEmpty { return .timer(states: ringing.compactMap { chart.index(of: $0.id) }.sorted()) }
        switch event {
        case "always": return .always
        case "done": return .done(source)
        case "text.changed": return .text
        case "document.added": return .document
        case "dossier.changed": return .edit
        case "measure.changed": return .measure
        case "parties.changed": return .parties
        default: return event.hasPrefix("call.") ? .call : told(event)
        }
    }

    private func told(_ event: String) -> SearchWay.Trigger {
        let parts = event.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, children[parts[0]] != nil else { return .never }
        return .told(child: parts[0], outcome: parts[1])
    }

    /// The names under which children run a process.
    func names(of process: String) -> [String] {
        children.filter { $0.value.contains(process) }.map(\.key).sorted()
    }

    // MARK: What is entered

    private func entered(by transition: Transition<Guard>) -> [Int] {
        guard !transition.targets.isEmpty else { return [] }
        let targets = transition.targets.map { target in
            chart.states[target].isHistory ? chart.states[target].parent ?? target : target
        }
        let domain = domain(of: transition, targets)
        var entered = Set(below(targets))
        for ancestor in targets.flatMap({ chart.ancestors(of: $0, below: domain) })
        where ancestor != Chart<Guard>.root {
            entered.insert(ancestor)
            guard chart.states[ancestor].kind == .parallel else { continue }
            let others = chart.states[ancestor].children.filter { region in
                !targets.contains { $0 == region || chart.isDescendant($0, of: region) }
            }
            entered.formUnion(below(others))
        }
        return entered.sorted()
    }

    /// The states and all that is entered in them by default.
    private func below(_ states: [Int]) -> [Int] {
        states.flatMap { state -> [Int] in
            switch chart.states[state].kind {
            case .compound: [state] + below(chart.states[state].initial.targets)
            case .parallel: [state] + below(chart.states[state].children)
            case .atomic, .final, .shallowHistory, .deepHistory: [state]
            }
        }
    }

    /// The innermost state that is surely not left and entered again.
    private func domain(of transition: Transition<Guard>, _ targets: [Int]) -> Int {
        func holds(_ state: Int) -> Bool {
            chart.states[state].kind == .compound
                && targets.allSatisfy { chart.isDescendant($0, of: state) }
        }
        if transition.isInternal, holds(transition.source) { return transition.source }
        return chart.ancestors(of: transition.source, below: Chart<Guard>.root).first(where: holds)
            ?? Chart<Guard>.root
    }
}

extension ProcessDefinition {
    /// The children that its states run and its actions spawn: name, what they run, and the state that owns them.
    var childNames: [(name: String, run: String, owner: String)] {
        states.values.sorted { $0.order < $1.order }.flatMap { state in
            state.children.map { ($0.name, $0.run, state.id) }
        }
            + allActions.compactMap { action in
                if case .spawn(let name, let run, _, _, let owner) = action {
                    (name, run, owner)
                } else {
                    nil
                }
            }
    }

    private var allActions: [ActionDefinition] {
        states.values.sorted { $0.order < $1.order }.flatMap(\.actions)
            + transitions.values.sorted { $0.label < $1.label }.flatMap(\.actions)
    }
}

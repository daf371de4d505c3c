import Agreements
import Definitions
import Expressions
import Statechart

extension SmallChart {
    /// The same chart as the product has it once a workflow file was read.
    func process() throws -> ProcessDefinition {
        let title = LocalizedText(fr: "Essai", en: "Trial")
        let states = try nodes.indices.dropFirst().map { state in
            StateDefinition(
                id: path(state), order: state, title: title, actions: try actions(nodes[state].settings))
        }
        let transitions = try arrows.indices.map { index in
            TransitionDefinition(
                label: label(index), event: arrows[index].trigger.name, title: title,
                by: isAct(arrows[index]) ? [RoleReference("INT")] : [],
                actions: try actions(arrows[index].settings))
        }
        return ProcessDefinition(
            name: "life", title: title, chart: try chart(),
            states: Dictionary(uniqueKeysWithValues: states.map { ($0.id, $0) }),
            transitions: Dictionary(uniqueKeysWithValues: transitions.map { ($0.label, $0) }))
    }

    private func isAct(_ arrow: Arrow) -> Bool {
        if case .event = arrow.trigger { true } else { false }
    }

    func chart() throws -> Chart<Guard> {
        let initial = nodes[0].initial.map { DefaultTarget<Guard>([path($0)]) }
        return try Chart(StateNode("life", initial: initial, children: try children(of: 0).map(node)))
    }

    private func node(_ state: Int) throws -> StateNode<Guard> {
        let kinds: [Kind: StateNode<Guard>.Kind] = [.parallel: .parallel, .final: .final]
        let remembered = arrows.contains { $0.targets.contains(.history(state)) }
        let inside = children(of: state)
        let defaults = nodes[state].initial.map { [$0] } ?? inside
        let history = StateNode<Guard>(
            "history(\(path(state)))", .deepHistory, initial: DefaultTarget(defaults.map(path)))
        return StateNode(
            path(state), kinds[nodes[state].kind] ?? .state,
            initial: nodes[state].initial.map { DefaultTarget([path($0)]) },
            transitions: try arrows.indices.filter { arrows[$0].source == state }.map(transition),
            children: (remembered ? [history] : []) + (try inside.map(node)))
    }

    private func transition(_ index: Int) throws -> TransitionNode<Guard> {
        let arrow = arrows[index]
        let events: [String] =
            switch arrow.trigger {
            case .always: []
            case .done: ["done.state." + path(arrow.source)]
            case .event: [arrow.trigger.name]
            }
        let targets = arrow.targets.map { target in
            switch target {
            case .state(let state): path(state)
            case .history(let state): "history(\(path(state)))"
            }
        }
        return TransitionNode(
            on: events, isExact: true, if: try condition(of: arrow), to: targets,
            label: label(index))
    }

    /// Outside events are acts of one role: nobody else may send them.
    private func condition(of arrow: Arrow) throws -> Guard? {
        let clauses = try arrow.condition.map { try [SmallFormulas.clause($0)] } ?? []
        guard case .event = arrow.trigger else { return clauses.isEmpty ? nil : Guard(clauses) }
        return Guard(clauses, by: [RoleReference("INT")])
    }

    private func actions(_ settings: [Setting]) throws -> [ActionDefinition] {
        try settings.map { setting in
            .set(name: "v\(setting.variable)", value: try SmallFormulas.formula("\(setting.value)"))
        }
    }
}

import Agreements
import Statechart

/// Makes the chart of a process: structure and guards only; what is done is read from the definitions, by
/// label.
struct ChartCompiler {
    let outline: Outline
    let transitions: [TransitionDraft]
    private let bySource: [Int: [TransitionDraft]]
    private let remembered: Set<Int>

    init(outline: Outline, transitions: [TransitionDraft]) {
        self.outline = outline
        self.transitions = transitions
        bySource = Dictionary(grouping: transitions, by: \.source)
        remembered = Set(
            transitions.flatMap(\.targets).compactMap { target in
                guard case .history(let state) = target else { return nil }
                return state
            })
    }

    func chart(named name: String) throws(InvalidChart) -> Chart<Guard> {
        try Chart(StateNode(name, initial: start(outline.initial), children: outline.top.map(node)))
    }

    private func node(_ index: Int) -> StateNode<Guard> {
        let state = outline.states[index]
        let history = remembered.contains(index) ? [historyNode(index)] : []
        return StateNode(
            state.path, kind(state.kind), initial: state.kind == .compound ? start(state.initial) : nil,
            transitions: bySource[index, default: []].map(transition),
            children: history + state.children.map(node))
    }

    private func historyNode(_ index: Int) -> StateNode<Guard> {
        let state = outline.states[index]
        let inside = state.kind == .parallel ? state.children : state.initial.map { [$0] } ?? state.children
        let targets = inside.map { outline.states[$0].path }
        return StateNode(id(.history(index)), .deepHistory, initial: DefaultTarget(targets))
    }

    private func transition(_ draft: TransitionDraft) -> TransitionNode<Guard> {
        TransitionNode(
            on: draft.event.map { [$0] } ?? [], isExact: true, if: draft.condition, to: draft.targets.map(id),
            label: draft.definition.label)
    }

    private func id(_ target: TransitionDraft.Target) -> String {
        switch target {
        case .state(let index): outline.states[index].path
        case .history(let index): "history(\(outline.states[index].path))"
        }
    }

    private func start(_ initial: Int?) -> DefaultTarget<Guard>? {
        initial.map { DefaultTarget([outline.states[$0].path]) }
    }

    private func kind(_ kind: Outline.Kind) -> StateNode<Guard>.Kind {
        switch kind {
        case .atomic, .compound: .state
        case .parallel: .parallel
        case .final: .final
        }
    }
}

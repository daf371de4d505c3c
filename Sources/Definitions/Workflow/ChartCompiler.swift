import Agreements
import Statechart

/// Makes the chart of a process: structure and guards only; what is done is read from the definitions, by
/// label.
struct ChartCompiler {
    /// The final state that stands for wherever leads what could not be read.
    static let nowhere = "?"

    let outline: Outline
    /// Whether all that could not be read leads nowhere.
    var isCertain = false
    private let isHarmed: Bool
    private let harm: [Int: Harm]
    private let bySource: [Int: [TransitionDraft]]
    private let remembered: Set<Int>

    init(_ draft: ProcessDraft) {
        let transitions = draft.transitions
        outline = draft.outline
        harm = draft.harm
        isHarmed = !draft.isUnharmed
        bySource = Dictionary(grouping: transitions, by: \.source)
        remembered = Set(
            transitions.flatMap(\.targets).compactMap { target in
                guard case .history(let state) = target else { return nil }
                return state
            })
    }

    func chart(named name: String) throws(InvalidChart) -> Chart<Guard> {
        let nowhere = isHarmed ? [StateNode<Guard>(Self.nowhere, .final)] : []
        return try Chart(
            StateNode(name, initial: start(outline.initial), children: outline.top.map(node) + nowhere))
    }

    private func node(_ index: Int) -> StateNode<Guard> {
        let state = outline.states[index]
        let history = remembered.contains(index) ? [historyNode(index)] : []
        return StateNode(
            state.path, kind(state.kind), initial: state.kind == .compound ? start(state.initial) : nil,
            transitions: exit(index) + bySource[index, default: []].map(transition),
            children: history + state.children.map(node))
    }

    private func historyNode(_ index: Int) -> StateNode<Guard> {
        let state = outline.states[index]
        let inside = state.kind == .parallel ? state.children : state.initial.map { [$0] } ?? state.children
        let targets = inside.map { outline.states[$0].path }
        return StateNode(id(.history(index)), .deepHistory, initial: DefaultTarget(targets))
    }

    /// The way out of a state of which something could not be read.
    private func exit(_ index: Int) -> [TransitionNode<Guard>] {
        let (state, harm) = (outline.states[index], harm[index] ?? [])
        guard state.kind != .final, harm.leadsAstray || harm.contains(.ways) else { return [] }
        let isOpen = !isCertain && !harm.leadsAstray
        let condition = isOpen ? UnreadCondition.clause(at: state.place).map { Guard([$0]) } : nil
        return [TransitionNode(if: condition, to: [Self.nowhere])]
    }

    private func transition(_ draft: TransitionDraft) -> TransitionNode<Guard> {
        TransitionNode(
            on: draft.event.map { [$0] } ?? [], isExact: true, if: condition(draft),
            to: leadsAstray(draft) ? [Self.nowhere] : draft.targets.map(id),
            label: draft.definition.label)
    }

    private func leadsAstray(_ draft: TransitionDraft) -> Bool {
        draft.harm.leadsAstray || isCertain && !draft.harm.subtracting(.people).isEmpty
    }

    /// Whoever was meant to act, somebody will.
    private func condition(_ draft: TransitionDraft) -> Guard? {
        guard isCertain, draft.harm.contains(.people), draft.isAct else { return draft.condition }
        return Guard(draft.condition?.clauses ?? [], by: [RoleReference("somebody")])
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

import Agreements
import Expressions

/// Conditions on variables and parameters that were met on every way to a state of a process, and that nothing has
/// changed since.
///
/// An under-approximation: where another process sets a variable nothing lasts that reads it, and what history brings
/// back is certain of nothing.
struct LastingConditions {
    private typealias Conditions = [String: Program]

    private let flow: ProcessFlow
    /// The variables that other processes set.
    private let foreign: Set<String>
    /// By state, the conditions by their sources; nil for what is never reached.
    private var states: [Conditions?]

    init(_ flow: ProcessFlow, in draft: WorkflowDraft) {
        self.flow = flow
        let others = draft.orderedProcesses.map(\.value).filter { $0.name != flow.process.name }
        foreign = others.reduce(into: []) { $0.formUnion($1.variablesSet) }
        states = Array(repeating: nil, count: flow.outline.states.count)
        guard draft.tellsAll else { return }
        for state in Entering(outline: flow.outline).initial { meet(state, [:]) }
        while spread() {}
    }

    /// The conditions that hold where a formula runs.
    func premises(of use: FormulaUse) -> [Program] {
        let met: Conditions?
        switch use.occasion {
        case .entry(let state), .waiting(let state): met = states[state]
        case .transition(let index):
            let transition = flow.process.transitions[index]
            met = states[transition.source].map { Self.kept($0, setting: transition.variablesSet) }
        }
        return (met ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func spread() -> Bool {
        var isNew = false
        for (index, transition) in flow.process.transitions.enumerated() {
            guard let before = states[transition.source] else { continue }
            let asked = (transition.condition?.clauses ?? []).map(\.formula.program).filter(\.canLast)
            let all = before.merging(asked.map { ($0.source, $0) }) { $1 }
            let entered = Set(flow.entered[index].flatMap(variables(setEntering:)))
            let after = Self.kept(all, setting: transition.variablesSet.union(foreign).union(entered))
            let restored = Entering(outline: flow.outline).restored(by: transition)
            for state in flow.entered[index] {
                isNew = meet(state, restored.contains(state) ? [:] : after) || isNew
            }
        }
        return isNew
    }

    /// Keeps of a state's conditions those that this entry has, too; whether that changed anything.
    @discardableResult
    private mutating func meet(_ state: Int, _ conditions: Conditions) -> Bool {
        let kept =
            conditions.isEmpty ? conditions : Self.kept(conditions, setting: variables(setBeside: state))
        let met = states[state].map { known in known.filter { kept[$0.key] != nil } } ?? kept
        guard met.count != states[state]?.count else { return false }
        states[state] = met
        return true
    }

    private func variables(setEntering state: Int) -> [String] {
        flow.process.states[state].actions.compactMap(\.variable)
    }

    /// The variables that are set while a state stays active.
    private func variables(setBeside state: Int) -> Set<String> {
        let process = flow.process
        let passing = process.transitions.enumerated().filter { index, transition in
            guard !transition.variablesSet.isEmpty else { return false }
            return transition.targets.isEmpty
                ? flow.areTogether(transition.source, state) : flow.stillActive(after: index).contains(state)
        }
        let entered = process.states.indices.filter {
            !variables(setEntering: $0).isEmpty && flow.areTogether($0, state)
                && !flow.outline.subtree($0).contains(state)
        }
        return passing.reduce(into: Set<String>()) { $0.formUnion($1.element.variablesSet) }
            .union(entered.flatMap(variables(setEntering:)))
    }

    private static func kept(_ conditions: Conditions, setting variables: Set<String>) -> Conditions {
        conditions.filter { !$0.value.reads(Array(variables)) }
    }
}

extension TransitionDraft {
    fileprivate var variablesSet: Set<String> { Set(definition.actions.compactMap(\.variable)) }
}

extension ProcessDraft {
    fileprivate var variablesSet: Set<String> {
        transitions.reduce(into: Set(states.flatMap(\.actions).compactMap(\.variable))) {
            $0.formUnion($1.variablesSet)
        }
    }
}

extension Program {
    /// Whether it reads nothing but variables and parameters.
    fileprivate var canLast: Bool {
        readablePaths.allSatisfy { ["vars", "param"].contains(VariableNames.root(of: $0)) }
    }
}

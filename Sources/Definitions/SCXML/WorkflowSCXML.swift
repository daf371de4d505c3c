package import Agreements
import Statechart

/// Puts a process of a workflow into SCXML: states, transitions and guards as every processor reads them.
///
/// What only Entente knows (titles, tasks, due rules, notices, roles, refusals) travels in elements of the
/// namespace `urn:entente:workflow`, which other processors ignore. Events of a workflow match whole, while a
/// processor of SCXML also matches them as prefixes.
package enum WorkflowSCXML {
    /// The process with this name as an SCXML document; nil when the workflow has none.
    package static func text(_ process: String, of workflow: Workflow) -> String? {
        guard let definition = workflow.processes[process] else { return nil }
        let notes = WorkflowNotes()
        var writer = SCXMLWriter()
        writer.stateNotes = definition.states.mapValues(notes.elements)
        writer.stateNotes[""] = [notes.head(definition, of: workflow)]
        writer.transitionNotes = Dictionary(
            uniqueKeysWithValues: definition.chart.transitions.compactMap { transition in
                transition.label.map { ($0, notes.elements(transition, definition.transitions[$0])) }
            })
        var root = writer.scxml(node(0, of: definition.chart), binding: .early, children: [:])
        root.attributes.insert(("xmlns:entente", SCXMLWriter.namespace), at: 1)
        return root.document
    }

    /// The condition of a guard in CEL: all its clauses, each in parentheses where there are several.
    package static func condition(of guarding: Guard) -> String? {
        let sources = guarding.clauses.map(\.formula.source)
        guard sources.count > 1 else { return sources.first }
        return sources.map { "(\($0))" }.joined(separator: " && ")
    }

    /// The id of a state in the document: a history of a workflow is named by no XML name.
    package static func id(_ id: String) -> String {
        guard id.hasPrefix("history("), id.hasSuffix(")") else { return id }
        return "\(id.dropFirst("history(".count).dropLast())..history"
    }

    private static func node(_ index: Int, of chart: Chart<Guard>) -> StateNode<CELExpression> {
        let state = chart.states[index]
        let hasDefault = state.kind == .compound || state.isHistory
        let inside = (state.histories + state.children).sorted()
        return StateNode(
            id(state.id), kind(state.kind),
            initial: hasDefault ? DefaultTarget(ids(state.initial.targets, of: chart)) : nil,
            transitions: state.transitions.map { transition(chart.transitions[$0], of: chart) },
            children: inside.map { node($0, of: chart) })
    }

    private static func transition(
        _ transition: Transition<Guard>, of chart: Chart<Guard>
    ) -> TransitionNode<CELExpression> {
        TransitionNode(
            on: transition.events.map(\.description),
            if: transition.condition.flatMap(condition).map { CELExpression($0) },
            to: ids(transition.targets, of: chart), isInternal: transition.isInternal,
            label: transition.label)
    }

    private static func ids(_ indices: [Int], of chart: Chart<Guard>) -> [String] {
        indices.map { id(chart.id($0)) }
    }

    private static func kind(_ kind: State<Guard>.Kind) -> StateNode<CELExpression>.Kind {
        switch kind {
        case .atomic, .compound: .state
        case .parallel: .parallel
        case .final: .final
        case .shallowHistory: .shallowHistory
        case .deepHistory: .deepHistory
        }
    }
}

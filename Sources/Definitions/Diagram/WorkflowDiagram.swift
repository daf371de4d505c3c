package import Agreements
import Statechart

/// A process as a picture in text, for Graphviz or Mermaid: pure functions, the drawing is done elsewhere.
///
/// States show their title, the role that works there and its deadline; transitions the act, or the event
/// where no person acts. Transitions that stay where they are have no arrow.
package struct WorkflowDiagram: Sendable {
    package var process: ProcessDefinition
    package var language: Language
    /// Ids of active states, which are highlighted.
    package var configuration: Set<String>

    package init(_ process: ProcessDefinition, in language: Language, configuration: Set<String> = []) {
        self.process = process
        self.language = language
        self.configuration = configuration
    }

    /// An arrow between two states, by index in the chart.
    struct Arrow: Hashable {
        var from: Int
        var to: Int
        var text: String
    }

    var chart: Chart<Guard> { process.chart }

    /// The arrows in document order; one to a history goes to its state, marked H.
    var arrows: [Arrow] {
        chart.transitions.flatMap { transition in
            transition.targets.map { target in
                let isHistory = chart.states[target].isHistory
                let to = isHistory ? chart.states[target].parent ?? target : target
                return Arrow(
                    from: transition.source, to: to, text: text(transition) + (isHistory ? " (H)" : ""))
            }
        }
    }

    /// The lines that a state shows.
    func lines(_ index: Int) -> [String] {
        guard let state = process.states[chart.id(index)] else { return [chart.id(index)] }
        guard let task = state.task else { return [state.title[language]] }
        let due = task.due.map { DueWords(language: language).words($0) }
        return [
            state.title[language],
            ([Self.role(task.role)] + [due].compactMap(\.self)).joined(separator: ", "),
        ]
    }

    func isActive(_ index: Int) -> Bool { configuration.contains(chart.id(index)) }

    private func text(_ transition: Transition<Guard>) -> String {
        let definition = transition.label.flatMap { process.transitions[$0] }
        if let title = definition?.title { return title[language] }
        let words = EventWords(language: language)
        return words.words(definition?.event ?? "", timed: timers.contains(definition?.event ?? ""))
    }

    private var timers: Set<String> { Set(process.states.values.flatMap(\.timers).map(\.event)) }

    static func role(_ role: RoleReference) -> String {
        switch role.of {
        case .agreement: role.role
        case .party: "\(role.role)(party)"
        case .person: "\(role.role)(person)"
        case .otherParties: "\(role.role)(others)"
        case .foreignParties: "\(role.role)(foreign)"
        case .parties: "\(role.role)(all)"
        }
    }
}

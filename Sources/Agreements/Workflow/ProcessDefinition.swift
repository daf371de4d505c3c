package import Statechart

/// One chart of a workflow with what its states and transitions mean to people.
package struct ProcessDefinition: Sendable {
    package var name: String
    package var title: LocalizedText
    /// States are identified by their path, such as `instruction.science.expertise`.
    package var chart: Chart<Guard>
    package var states: [String: StateDefinition]
    /// By the label that the chart's transitions carry.
    package var transitions: [String: TransitionDefinition]

    package init(
        name: String, title: LocalizedText, chart: Chart<Guard>, states: [String: StateDefinition],
        transitions: [String: TransitionDefinition]
    ) {
        self.name = name
        self.title = title
        self.chart = chart
        self.states = states
        self.transitions = transitions
    }
}

package import Statechart

/// One chart of a workflow with what its states and transitions mean to people.
package struct ProcessDefinition: Sendable {
    package var name: String
    package var title: LocalizedText
    /// Whether it has a text of its own, which its parties sign; else it speaks of that of the process around
    /// it.
    package var ownsText: Bool
    /// States are identified by their path, such as `instruction.science.expertise`.
    package var chart: Chart<Guard>
    package var states: [String: StateDefinition]
    /// By the label that the chart's transitions carry.
    package var transitions: [String: TransitionDefinition]

    package init(
        name: String, title: LocalizedText, ownsText: Bool = false, chart: Chart<Guard>,
        states: [String: StateDefinition], transitions: [String: TransitionDefinition]
    ) {
        self.name = name
        self.title = title
        self.ownsText = ownsText
        self.chart = chart
        self.states = states
        self.transitions = transitions
    }
}

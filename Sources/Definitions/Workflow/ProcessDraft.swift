import Agreements
import Statechart

/// A process as it was read.
struct ProcessDraft {
    var name: String
    var place: Place
    var title: LocalizedText?
    var ownsText = false
    var outline: Outline
    var states: [StateDefinition] = []
    var transitions: [TransitionDraft] = []
    var chart: Chart<Guard>?

    /// Whether nothing was found while it was read: else one slip would be reported again as what follows
    /// from it.
    var isSound: Bool { chart != nil }

    /// The checked process; nil when something was missing, which has been reported.
    var definition: ProcessDefinition? {
        guard let title, let chart else { return nil }
        return ProcessDefinition(
            name: name, title: title, ownsText: ownsText, chart: chart,
            states: Dictionary(states.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
            transitions: Dictionary(
                transitions.map { ($0.definition.label, $0.definition) }, uniquingKeysWith: { a, _ in a }))
    }
}

import Agreements
import Statechart

/// A process as it was read.
struct ProcessDraft: Sendable {
    var name: String
    var place: Place
    var title: LocalizedText?
    var ownsText = false
    var outline: Outline
    var states: [StateDefinition] = []
    var transitions: [TransitionDraft] = []
    /// Where its formulas are written, by the place where they begin.
    var spots: [String: FormulaSpot] = [:]
    /// The places of formulas that cannot be right for the types of what they read, which has been reported.
    var illTyped: Set<String> = []
    /// What could not be read of its states, by index.
    var harm: [Int: Harm] = [:]
    /// Nil where the states cannot be followed at all.
    ///
    /// Where something could not be read it may go anywhere: a condition may hold or not, a target is
    /// ``ChartCompiler/nowhere``.
    var chart: Chart<Guard>?
    /// The same, where all that could not be read leads nowhere: what happens here happens, whatever was
    /// meant.
    var certainChart: Chart<Guard>?
    /// How its exploration came to states and transitions, once it was explored.
    var ways: Ways?
    /// Whether nothing at all was found while it was read.
    var isSound = false

    /// Whether its states can be followed.
    var isRead: Bool { chart != nil }

    /// The checked process; nil when something was wrong, which has been reported.
    var definition: ProcessDefinition? { isSound && title != nil ? chart.map(definition) : nil }

    /// What it does by this chart of it.
    func definition(by chart: Chart<Guard>) -> ProcessDefinition {
        ProcessDefinition(
            name: name, title: title ?? LocalizedText(fr: "", en: ""), ownsText: ownsText, chart: chart,
            states: Dictionary(states.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
            transitions: Dictionary(
                transitions.map { ($0.definition.label, $0.definition) }, uniquingKeysWith: { a, _ in a }))
    }
}

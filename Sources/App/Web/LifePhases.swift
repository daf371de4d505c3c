import Agreements
import Statechart
import Web

/// The stages of a life on one line: those it went through, where it is, those ahead.
struct LifePhases {
    let agreement: Agreement
    let workflow: Workflow
    let history: [Agreements.Event]

    /// The stages on the plain road: ends other than the last are shown only where the file is in them.
    var phases: [FileView.Phase] {
        guard let life = workflow.processes["life"], let process = agreement.processes["life"] else {
            return []
        }
        let chart = life.chart
        let top = chart.states.filter { $0.parent == Chart<Guard>.root && life.states[$0.id] != nil }
        let here = Set(process.configuration)
        let entered = history.filter { $0.process == "life" }.flatMap(\.toState)
        let passed = Set(entered.map { state in String(state.prefix { $0 != "." }) })
        let place = top.lastIndex { here.contains($0.id) } ?? top.count
        return top.enumerated().compactMap { index, state in
            let isHere = here.contains(state.id)
            // What lies behind the present stage lies ahead again, as after a text is taken back.
            let isPassed = passed.contains(state.id) && index < place
            // What the file passed over does not lie ahead.
            guard isHere || isPassed || (index > place && isPlain(state, life)) else { return nil }
            return FileView.Phase(
                title: life.states[state.id]?.title ?? LocalizedText(fr: state.id, en: state.id),
                place: isHere ? .here : isPassed ? .passed : .ahead)
        }
    }

    /// Whether the plain road leads through it, and the file can still come there.
    private func isPlain(_ state: State<Guard>, _ life: ProcessDefinition) -> Bool {
        let isEnded = agreement.processes["life"]?.status != .active
        return !isEnded && state.kind != .final && !Self.detours.contains(state.id)
    }

    /// Stages that only some files come through.
    private static let detours: Set<String> = [
        "completion", "waiting_list", "dormant", "intent", "evaluation",
    ]
}

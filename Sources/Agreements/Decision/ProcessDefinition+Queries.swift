import Statechart

extension ProcessDefinition {
    /// The active states of `process` as the chart numbers them.
    func configuration(of process: Process) -> StateSet {
        StateSet(process.configuration.compactMap(chart.index(of:)) + [Chart<Guard>.root])
    }

    /// Whether an active state has a transition for this event, whatever its guard.
    func expects(_ event: String, _ process: Process) -> Bool {
        !chart.candidates(for: event, in: configuration(of: process)).isEmpty
    }

    /// Whether an active state waits for a condition to hold.
    func waitsForCondition(_ process: Process) -> Bool {
        !chart.candidates(for: nil, in: configuration(of: process)).isEmpty
    }

    /// The transitions for this event that a person takes, in the order in which they are tried.
    func acts(_ event: String, in process: Process) -> [Transition<Guard>] {
        chart.candidates(for: event, in: configuration(of: process)).filter {
            !($0.condition?.by.isEmpty ?? true)
        }
    }

    /// The names of the acts that a person may find in the active states, in document order.
    func actNames(in process: Process) -> [String] {
        process.configuration.compactMap(chart.index(of:)).sorted()
            .flatMap { chart.states[$0].transitions.map { chart.transitions[$0] } }
            .filter { !($0.condition?.by.isEmpty ?? true) }
            .flatMap { $0.events.map(\.description) }
            .uniqued()
    }

    /// What a microstep does, in order: its transitions, then the states that it enters.
    func actions(of microstep: Microstep) -> [ActionDefinition] {
        microstep.transitions.flatMap { $0.label.flatMap { transitions[$0]?.actions } ?? [] }
            + microstep.entered.flatMap { states[$0.id]?.actions ?? [] }
    }

    /// The definitions of the active states, in document order.
    func activeStates(of process: Process) -> [StateDefinition] {
        process.configuration.compactMap { states[$0] }.sorted { $0.order < $1.order }
    }
}

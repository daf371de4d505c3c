import Agreements
import Statechart

/// Why somebody asked for a step, as far as its reader may know.
struct StepReasons {
    let history: [ToldEvent]
    let sight: FileSight

    /// The reason of the act that last brought a process into one of these states.
    func reason(in process: String, into states: Set<String>) -> String? {
        let entry = history.last { told in
            told.event.process == process && !states.isDisjoint(with: told.event.toState)
                && states.isDisjoint(with: told.event.fromState)
        }
        guard let entry else { return nil }
        let isBarred = history.map(\.event).barredForSecurity.contains(entry.event.seq)
        return sight.part(of: entry.event, whileBarred: isBarred)?.showsReason == true ? entry.reason : nil
    }
}

extension ProcessDefinition {
    /// The states that an act leaves or works in.
    func states(of act: String) -> Set<String> {
        Set(
            chart.transitions.filter { $0.label.flatMap { transitions[$0]?.event } == act }
                .map { chart.id($0.source) })
    }

    /// Whether an act that gives a reason leads into a state.
    func isAskedWithReason(_ state: String) -> Bool {
        chart.transitions.contains { transition in
            (transition.label.flatMap { transitions[$0]?.reasonRequired } ?? false)
                && transition.targets.contains { chart.id($0) == state }
        }
    }
}

extension Agreements.Event {
    /// Whether it brought its process into an atomic state.
    func enters(_ state: String) -> Bool { toState.contains(state) && !fromState.contains(state) }
}

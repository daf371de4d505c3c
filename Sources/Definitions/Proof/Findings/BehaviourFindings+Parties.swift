import Agreements
import Statechart

extension BehaviourFindings {
    /// Whether nobody can join or leave while a state of the life is active, nor just before.
    ///
    /// Then no children of it tell of that. False of any other process, beside which the life goes on.
    func partiesStay(while owner: Int) -> Bool {
        draft.name == "life" && !reading.leads(from: partyChangers, to: owner)
    }

    /// The states in which who is a party may change: by what they and their transitions do, or what they start.
    private var partyChangers: [Int] {
        let acting = reading.chart.transitions.filter {
            reading.transitions[$0.index]?.actions.changeParties ?? false
        }
        let states = reading.states.indices.filter { state in
            (reading.states[state]?.actions.changeParties ?? false)
                || reading.groups[state].contains { behaviours[$0.run]?.changesParties ?? true }
        }
        return acting.map(\.source) + states
    }
}

extension ProcessReading {
    /// Whether a state may be active together with one of some states, or after one: conditions are not looked at.
    fileprivate func leads(from starts: [Int], to goal: Int) -> Bool {
        var reached: Set<Int> = []
        var waiting = starts
        while let state = waiting.popLast() {
            if mayBeTogether(state, goal) { return true }
            let together = chart.states.indices.filter { mayBeTogether(state, $0) && !reached.contains($0) }
            reached.formUnion(together)
            let leaving = chart.transitions.filter { together.contains($0.source) }
            waiting += leaving.flatMap(\.targets).map {
                chart.states[$0].kind.isHistory ? chart.ancestors(of: $0)[0] : $0
            }
        }
        return false
    }
}

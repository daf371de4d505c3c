import Agreements
import Statechart

/// The shortest ways on which an exploration came to states and transitions; each can be gone as far as
/// anything is known of the conditions on it.
struct Ways: Sendable {
    private struct Moment {
        var node: Int
        var trigger: Trigger?
    }

    private struct Beside: Hashable {
        var transition: String
        var state: String
    }

    /// Of each situation: the one before, and what led to it.
    private var parents: [Int] = []
    private var triggers: [Trigger] = []
    private var entries: [String: Moment] = [:]
    private var takings: [String: Moment] = [:]
    private var takingsBeside: [Beside: Moment] = [:]

    /// None.
    init() {}

    init(_ explorer: Explorer) {
        let (chart, log) = (explorer.reading.chart, explorer.log)
        parents = explorer.nodes.map(\.parent)
        triggers = explorer.nodes.map(\.trigger)
        for (state, moment) in log.entered { entries[chart.id(state)] = Self.moment(moment) }
        for (transition, moment) in log.taken {
            guard let label = chart.transitions[transition].label else { continue }
            takings[label] = Self.moment(moment)
        }
        for (beside, moment) in log.takenBeside {
            guard let label = chart.transitions[beside.transition].label else { continue }
            let key = Beside(transition: label, state: chart.id(beside.state))
            takingsBeside[key] = Self.moment(moment)
        }
    }

    private static func moment(_ moment: ObservationLog.Moment) -> Moment {
        Moment(node: moment.node, trigger: moment.trigger)
    }

    /// The way to the first entry of a state; nil where it was not entered.
    func way(toState id: String) -> [LocalizedText]? { entries[id].map(steps) }

    /// The way on which a transition is taken first; nil where it was not taken.
    func way(toTransition label: String) -> [LocalizedText]? { takings[label].map(steps) }

    /// The way on which it is taken first while a state is active, or enters that.
    func way(toTransition label: String, beside state: String) -> [LocalizedText]? {
        takingsBeside[Beside(transition: label, state: state)].map(steps)
    }

    private func steps(_ moment: Moment) -> [LocalizedText] {
        var steps = [moment.trigger].compactMap { $0?.words }
        var next = moment.node
        while next >= 0 {
            steps.append(triggers[next].words)
            next = parents[next]
        }
        return steps.reversed()
    }
}

import Agreements
import Expressions
import Statechart

/// How a chart answers one event in one configuration, by the answers that its conditions are given.
///
/// What a chart does depends on the values of the variables through its conditions alone, so each string of
/// answers is run once, and looked up wherever the same configuration is reached with other values.
final class Reaction {
    private enum Place {
        case unknown
        case asks(Tape.Inquiry, yes: Reaction, no: Reaction)
        case gives(Response)
    }

    private var place = Place.unknown

    /// What the chart does with the answers of a tape; nil when these were not run yet.
    func response(by tape: Tape) -> Response? {
        var reaction = self
        while case .asks(let inquiry, let yes, let no) = reaction.place {
            reaction = tape.answer(to: inquiry) ? yes : no
        }
        guard case .gives(let response) = reaction.place else { return nil }
        return response
    }

    /// Remembers what the chart did after these questions, in the order in which they were asked.
    func remember(_ response: Response, after asked: [(inquiry: Tape.Inquiry, answer: Bool)]) {
        var reaction = self
        for (inquiry, answer) in asked {
            if case .unknown = reaction.place {
                reaction.place = .asks(inquiry, yes: Reaction(), no: Reaction())
            }
            guard case .asks(_, let yes, let no) = reaction.place else { return }
            reaction = answer ? yes : no
        }
        reaction.place = .gives(response)
    }
}

/// What a chart did with one event.
final class Response {
    let session: Explorer.Run
    let microsteps: [Microstep]
    let hasFault: Bool
    let hasEnded: Bool
    let configuration: StateSet
    /// What histories remember, and the variables that nobody can read any more.
    let history: [Int: StateSet]
    let unread: [Int]
    /// The states that were entered, and those of them with timers that are active after it.
    let entered: StateSet
    let armed: StateSet
    /// The transitions that were taken, in their order.
    let taken: [Int]
    /// The states that were left, in document order.
    let left: [Int]
    /// What was done, in the engine's order.
    let actions: [ActionDefinition]
    /// Whether a condition alone moved the chart.
    let isMovedByCondition: Bool
    /// Whether what it shows whatever the values are was noted.
    var isNoted = false

    /// Whether something reacted to the event, or a condition moved the chart after it.
    var isHeard: Bool { !microsteps.isEmpty }

    init(_ macrosteps: [Macrostep<Value>], _ session: Explorer.Run, _ explorer: Explorer) {
        let configuration = StateSet(session.configuration.filter { $0 != Chart<Guard>.root })
        let microsteps = macrosteps.flatMap(\.trace.microsteps)
        let liveness = explorer.liveness
        self.session = session
        self.microsteps = microsteps
        self.configuration = configuration
        hasFault = macrosteps.contains { $0.fault != nil }
        hasEnded = if case .finished = session.status { true } else { false }
        history = session.history.filter { recorder, _ in
            !(liveness.histories[recorder]?.isDisjoint(with: configuration) ?? true)
        }
        unread = liveness.variables.indices.filter { liveness.variables[$0].isDisjoint(with: configuration) }
        entered = StateSet(microsteps.flatMap { $0.entered.map(\.index) })
        armed = StateSet(entered.filter { explorer.timed.contains($0) && configuration.contains($0) })
        taken = microsteps.flatMap { $0.transitions.map(\.index) }
        left = Set(microsteps.flatMap(\.exited)).compactMap(explorer.reading.chart.index(of:)).sorted()
        actions = explorer.reading.actions(of: microsteps)
        isMovedByCondition = microsteps.contains { $0.event == nil && !$0.transitions.isEmpty }
    }
}

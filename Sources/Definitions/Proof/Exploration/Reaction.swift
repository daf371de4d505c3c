import Agreements
import Expressions
import Statechart

/// How a chart answers one event in one configuration, by the answers that its conditions are given.
///
/// What a chart does depends on the values of the variables through its conditions alone, so each string of
/// answers is run once, and looked up wherever the same configuration is reached with other values.
final class Reaction {
    /// An event in a configuration, with what its histories remember.
    struct Occasion: Hashable {
        var configuration: StateSet
        var history: [Int: StateSet]
        var trigger: Trigger
    }

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
    let configuration: StateSet
    /// The states that were entered.
    let entered: StateSet
    /// The transitions that were taken, in their order.
    let taken: [Int]
    /// What was done, in the engine's order.
    let actions: [ActionDefinition]
    /// Whether something reacted to the event, or a condition moved the chart after it.
    var isHeard: Bool { !microsteps.isEmpty }
    /// Whether a condition alone moved the chart.
    let isMovedByCondition: Bool
    let hasEnded: Bool
    /// Whether what it shows whatever the values are was noted.
    var isNoted = false

    init(_ macrosteps: [Macrostep<Value>], _ session: Explorer.Run, _ reading: ProcessReading) {
        self.session = session
        microsteps = macrosteps.flatMap(\.trace.microsteps)
        hasFault = macrosteps.contains { $0.fault != nil }
        configuration = StateSet(session.configuration.filter { $0 != Chart<Guard>.root })
        entered = StateSet(microsteps.flatMap { $0.entered.map(\.index) })
        taken = microsteps.flatMap { $0.transitions.map(\.index) }
        actions = reading.actions(of: microsteps)
        isMovedByCondition = microsteps.contains { $0.event == nil && !$0.transitions.isEmpty }
        hasEnded = if case .finished = session.status { true } else { false }
    }
}

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

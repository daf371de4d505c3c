import Agreements
import Expressions
import Statechart

/// How a chart answers one event in one configuration, by the answers that its conditions are given.
///
/// What a chart does depends on the values of the variables through its conditions alone, so each string of
/// answers is run once, and looked up wherever the same configuration is reached with other values.
final class Reaction {
    /// What is asked next, with what follows either answer; where nothing is asked any more, what the chart does.
    private var inquiry: Tape.Inquiry?
    private var yes: Reaction?
    private var no: Reaction?
    private var response: Response?

    /// What the chart does with the answers of a tape; nil when these were not run yet.
    func response(by tape: Tape) -> Response? {
        var reaction = self
        while let inquiry = reaction.inquiry {
            guard let next = tape.answerAgain(to: inquiry) ? reaction.yes : reaction.no else { return nil }
            reaction = next
        }
        return reaction.response
    }

    /// Remembers what the chart did after these questions, in the order in which they were asked.
    func remember(_ response: Response, after asked: [(inquiry: Tape.Inquiry, answer: Bool)]) {
        var reaction = self
        for (inquiry, answer) in asked {
            if reaction.inquiry == nil {
                (reaction.inquiry, reaction.yes, reaction.no) = (inquiry, Reaction(), Reaction())
            }
            guard let next = answer ? reaction.yes : reaction.no else { return }
            reaction = next
        }
        reaction.response = response
    }
}

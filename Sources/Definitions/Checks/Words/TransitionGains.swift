import Agreements
import Expressions

/// What the transitions of one process make certain, and which states they may bring back.
struct TransitionGains {
    /// By transition: what its conditions need.
    let needs: [Certainties.Facts]
    private let transitions: [TransitionDefinition]
    private let days: SureDays
    /// By transition: what may be the case no longer.
    let losses: [Certainties.Facts]
    /// By transition: states that history may restore.
    ///
    /// They were active before, so what was certain there and stays still is.
    let restored: [Set<Int>]

    /// - Parameter ownsText: whether the text of which its conditions speak may not be the agreement's.
    init(_ flow: ProcessFlow, acronymRequired: Bool, ownsText: Bool, _ parameters: Value, _ days: SureDays) {
        needs = flow.process.transitions.map { transition in
            transition.harm.contains(.condition)
                ? Set(NoticeSituation.allCases)
                : GuardedFact.facts(
                    of: transition.condition?.clauses ?? [], acronymRequired: acronymRequired,
                    ownsText: ownsText)
        }
        transitions = flow.process.transitions.map(\.definition)
        self.days = days
        losses = flow.process.transitions.map { transition in
            let losses = Self.losses(of: transition.definition.actions)
            return GuardedFact.keepsForeignParty(transition, parameters)
                ? losses.subtracting([.foreignParty]) : losses
        }
        restored = flow.process.transitions.map(Entering(outline: flow.outline).restored)
    }

    /// What actions may take away: the last foreign party, the last day of a term.
    static func losses(of actions: [ActionDefinition]) -> Certainties.Facts {
        actions.reduce(into: []) { facts, action in
            switch action {
            case .removeParty: facts.insert(.foreignParty)
            case .term(_, nil): facts.insert(.termEnd)
            default: break
            }
        }
    }

    /// What is certain after a transition, by what was before it.
    func facts(after index: Int, from before: Certainties.Facts) -> Certainties.Facts {
        let input = transitions[index].input
        return Self.facts(
            after: transitions[index].actions, from: before.union(needs[index]), losing: losses[index]
        ) { days.gives($0, input: input) }
    }

    /// What is certain after actions, each in its turn.
    static func facts(
        after actions: [ActionDefinition], from before: Certainties.Facts,
        losing: Certainties.Facts = Set(NoticeSituation.allCases), isDay: (Formula) -> Bool
    ) -> Certainties.Facts {
        actions.reduce(into: before) { facts, action in
            facts.subtract(losses(of: [action]).intersection(losing))
            switch action {
            case .register: facts.insert(.registered)
            case .term(_, let end):
                facts.insert(.term)
                if end.map(isDay) ?? false { facts.insert(.termEnd) }
            case .call: facts.insert(.call)
            case .set, .reference, .assign, .spawn, .signature, .voidSignatures, .addParty, .removeParty,
                .addLab, .dropLab, .passOn, .renew, .instrument, .tell, .release:
                break
            }
        }
    }
}

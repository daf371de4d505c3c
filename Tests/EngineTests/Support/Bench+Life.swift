import Agreements
import Engine
import TestSupport

extension Bench {
    /// Moves the agreement to another version of its definition; what follows is decided by that one.
    @discardableResult
    mutating func migrate(to target: Workflow) throws -> [Event] {
        let decision = Decider(
            workflow: workflow, target: target, facts: facts, randomness: randomness
        ).decide(.migration(of: Self.id, to: target), on: agreement)
        events += decision.events
        agreement = decision.agreement
        if let refusal = decision.refusal {
            if refusal.code == "no_counterpart" || refusal.code == "legal_status" { return decision.events }
            throw refusal
        }
        workflow = target
        return decision.events
    }

    /// Lets random things happen; what is refused leaves no trace.
    mutating func live(_ commands: inout RandomCommands, steps: Int) {
        for _ in 0..<steps {
            let (body, actor) = commands.next(for: self)
            var trial = self
            if (try? trial.decide(body, by: actor)) != nil { self = trial }
            facts.now = facts.now.adding(milliseconds: commands.pause() / 4)
        }
    }
}

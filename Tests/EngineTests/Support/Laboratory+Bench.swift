import Agreements
import TestSupport

extension Laboratory {
    /// A proposed file.
    static func bench(_ workflow: Workflow) throws -> Bench {
        var bench = Bench(workflow, facts: facts())
        let (proposal, proposer) = proposal(workflow)
        try bench.decide(.propose(proposal), by: .person(proposer))
        return bench
    }

    /// A file that was submitted in time.
    static func submitted(_ workflow: Workflow) throws -> Bench {
        var bench = try bench(workflow)
        for step in submission { try bench.decide(step.body, by: .person(step.person)) }
        return bench
    }
}

extension RandomCommands {
    /// A command on the file of a bench, at the instant of its facts.
    mutating func next(for bench: Bench) -> (Command.Body, Command.Actor) {
        next(for: bench.agreement, bench.workflow, bench.facts)
    }
}

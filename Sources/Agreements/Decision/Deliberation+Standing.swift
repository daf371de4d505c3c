import Expressions
import Statechart

extension Deliberation {
    /// The refusal of the last way of an act where on each of them a clause fails that reads neither what is sent nor who
    /// sends it; nil where one is open.
    ///
    /// - Parameter bindings: those of the process with nothing sent.
    func standingRefusal(of act: String, in path: String, _ bindings: @autoclosure () -> ValueMap) -> Refusal?
    {
        guard let process = agreement.processes[path],
            let definition = workflow.processes[process.definition]
        else { return nil }
        let bindings = bindings()
        let failures = definition.acts(act, in: process).map { transition in
            transition.condition.flatMap { $0.standingFailure(with: bindings) }
        }
        guard !failures.contains(where: { $0 == nil }), let failed = failures.last.flatMap({ $0 }) else {
            return nil
        }
        return refusal(failed, process.state)
    }

    /// Every refusal of an act that has one way only, of clauses that read neither what is sent nor who sends it.
    func standingRefusals(of act: String, in path: String) -> [Refusal] {
        guard let process = agreement.processes[path],
            let definition = workflow.processes[process.definition]
        else { return [] }
        let ways = definition.acts(act, in: process)
        guard ways.count == 1, let condition = ways[0].condition else { return [] }
        return condition.standingFailures(with: bindings(for: path)).map { refusal($0, process.state) }
    }

    func refusal(_ failed: Guard.Failed, _ state: [String]) -> Refusal {
        var refusal = refusal(failed.clause.refusal, state)
        refusal.rule = failed.clause.formula.source
        refusal.reads = failed.evaluation.reads.map { .init(path: $0.path, value: JSON($0.value)) }
        return refusal
    }
}

extension Guard {
    typealias Failed = (clause: Clause, evaluation: Evaluation)

    /// The first clause that fails, of those that read neither what is sent nor who sends it.
    func standingFailure(with bindings: ValueMap) -> Failed? {
        for clause in clauses where !clause.formula.readsAct {
            let evaluation = clause.formula.program.evaluate(bindings)
            if !evaluation.holds { return (clause, evaluation) }
        }
        return nil
    }

    /// All of them.
    fileprivate func standingFailures(with bindings: ValueMap) -> [Failed] {
        clauses.filter { !$0.formula.readsAct }.map { ($0, $0.formula.program.evaluate(bindings)) }
            .filter { !$0.1.holds }
    }
}

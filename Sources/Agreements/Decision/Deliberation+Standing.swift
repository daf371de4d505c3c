import Expressions
import Statechart

extension Deliberation {
    /// The refusal of the last way of an act where on each of them a clause fails that reads neither what is sent nor who
    /// sends it; nil where one is open.
    func standingRefusal(of act: String, in path: String) -> Refusal? {
        guard let process = agreement.processes[path],
            let definition = workflow.processes[process.definition]
        else { return nil }
        let bindings = bindings(for: path)
        let failures = definition.acts(act, in: process).map { transition in
            transition.condition.flatMap { $0.standingFailure(with: bindings) }
        }
        guard !failures.contains(where: { $0 == nil }), let failed = failures.last.flatMap({ $0 }) else {
            return nil
        }
        var refusal = refusal(failed.clause.refusal, process.state)
        refusal.rule = failed.clause.formula.source
        refusal.reads = failed.evaluation.reads.map { .init(path: $0.path, value: JSON($0.value)) }
        return refusal
    }
}

extension Guard {
    /// The first clause that fails, of those that read neither what is sent nor who sends it.
    fileprivate func standingFailure(with bindings: ValueMap) -> (clause: Clause, evaluation: Evaluation)? {
        for clause in clauses where !clause.formula.readsAct {
            let evaluation = clause.formula.program.evaluate(bindings)
            if !evaluation.holds { return (clause, evaluation) }
        }
        return nil
    }
}

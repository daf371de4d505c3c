package import Expressions
package import Statechart

/// The data model of Entente's charts: a guard holds when the actor has one of its roles and all its clauses
/// hold.
///
/// A clause that fails to evaluate does not hold (guards fail closed). Everything read is kept for the event.
package struct RuleModel: DataModel {
    /// The conditions of transitions.
    package typealias Expression = Guard
    /// What events carry.
    package typealias Value = Expressions.Value

    let bindings: ValueMap
    /// The event that a person sends and whether that person may take a transition by these roles.
    let act: String?
    let mayTake: @Sendable ([RoleReference]) -> Bool
    let log: ReadLog
    /// Told of each clause that was evaluated: its place and whether it held.
    var seen: (@Sendable (String, Bool) -> Void)?

    /// Whether the actor has one of the roles and every clause holds; what was read is noted either way.
    package func holds(_ condition: Guard, in scope: Statechart.Scope<Value>) -> Bool {
        if !condition.by.isEmpty {
            guard let act, scope.event?.name == act, mayTake(condition.by) else { return false }
        }
        return firstFailure(of: condition) == nil
    }

    /// The first clause that does not hold, with what it read.
    func firstFailure(of condition: Guard) -> (clause: Guard.Clause, evaluation: Evaluation)? {
        for clause in condition.clauses {
            let evaluation = clause.formula.program.evaluate(bindings)
            log.note(evaluation.reads)
            seen?(clause.formula.place, evaluation.holds)
            if !evaluation.holds { return (clause, evaluation) }
        }
        return nil
    }
}

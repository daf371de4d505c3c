import Agreements
import Expressions
import Statechart

/// The data model of an exploration: guards are answered by a ``Tape`` instead of by facts.
struct OracleModel: DataModel {
    typealias Expression = Guard
    typealias Value = Expressions.Value

    let tape: Tape

    mutating func follow(_ journal: Journal, to transition: Int) { tape.follow(journal, to: transition) }

    func holds(_ condition: Guard, in scope: Statechart.Scope<Value>) -> Bool {
        if !condition.by.isEmpty {
            guard let act = tape.act, scope.event?.name == act,
                condition.by.contains(where: tape.answer(to:))
            else { return false }
        }
        return condition.clauses.indices.allSatisfy { tape.answer(to: condition.clauses[$0].formula) }
    }
}

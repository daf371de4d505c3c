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
    /// The step as far as its chart has come; nil once that rests.
    private var trial: StepTrial?
    private var followed = 0
    /// The values after what the step has done so far; nil where that is nothing.
    private var now: ValueMap?
    /// Whether the next condition reads them.
    private var isLate = false
    /// Told of each clause that was evaluated: its place and whether it held.
    let seen: (@Sendable (String, Bool) -> Void)?

    init(
        bindings: ValueMap, act: String?, mayTake: @escaping @Sendable ([RoleReference]) -> Bool,
        log: ReadLog,
        seen: (@Sendable (String, Bool) -> Void)? = nil,
        trial: StepTrial? = nil
    ) {
        self.bindings = bindings
        self.act = act
        self.mayTake = mayTake
        self.log = log
        self.seen = seen
        self.trial = trial
    }

    /// Lets a state that the step has entered, and the end of its parts, read what the actions so far have made of
    /// the agreement.
    package mutating func follow(_ journal: Journal, to transition: Int) {
        guard trial != nil else { return }
        if journal.stepsCount > followed {
            let microsteps = journal.microsteps(from: followed)
            followed = journal.stepsCount
            now = trial?.follow(microsteps)
        }
        isLate = trial?.isCome(to: transition) ?? false
    }

    /// Lets go of the copy of the agreement by which it followed: the step is over.
    mutating func rest() { trial = nil }

    /// Whether the actor has one of the roles and every clause holds; what was read is noted either way.
    package func holds(_ condition: Guard, in scope: Statechart.Scope<Value>) -> Bool {
        // A step that will be refused goes no further.
        guard !(trial?.isRefused ?? false) else { return false }
        if !condition.by.isEmpty {
            guard let act, scope.event?.name == act, mayTake(condition.by) else { return false }
        }
        return firstFailure(of: condition) == nil
    }

    /// The first clause that does not hold, with what it read.
    func firstFailure(of condition: Guard) -> (clause: Guard.Clause, evaluation: Evaluation)? {
        for clause in condition.clauses {
            let evaluation = clause.formula.program.evaluate(isLate ? now ?? bindings : bindings)
            log.note(evaluation.reads)
            seen?(clause.formula.place, evaluation.holds)
            if !evaluation.holds { return (clause, evaluation) }
        }
        return nil
    }
}

package import Expressions
package import Statechart

/// The variables of a session whose expressions are CEL.
///
/// All variables are global and start as null. Values are bounded: one that is assigned has at most
/// ``nodesMax`` parts and is nested at most ``depthMax`` deep.
/// Source: SCXML 1.0, section 5 and appendix B (what a data model has to define).
package struct CELDataModel: DataModel {
    package static let nodesMax = 10_000
    package static let depthMax = 128
    static let systemVariables: Set<String> = ["_sessionid", "_name", "_event", "_ioprocessors"]

    /// The declared variables.
    package private(set) var variables: [String: Value] = [:]

    package init() {}

    /// Whether a condition is true; what is neither true nor false is a failure.
    package func holds(_ condition: CELExpression, in scope: Scope<Value>) throws(EvaluationFailure) -> Bool {
        guard case .bool(let holds) = try evaluate(condition, in: scope) else {
            throw EvaluationFailure("the condition `\(condition.source)` is neither true nor false")
        }
        return holds
    }

    /// The value of an expression, within the cost limit of a guard.
    package func evaluate(_ expression: CELExpression, in scope: Scope<Value>) throws(EvaluationFailure)
        -> Value
    {
        let program: Program
        switch expression.program {
        case .success(let compiled): program = compiled
        case .failure(let error):
            throw EvaluationFailure(expression.file == nil ? error.description : error.message)
        }
        switch program.evaluate(bindings(in: scope)).result {
        case .success(let value): return value
        case .failure(let error): throw EvaluationFailure(error.description)
        }
    }

    /// Makes a variable whose value is null; system variables and odd names are a failure.
    package mutating func declare(_ variable: String) throws(EvaluationFailure) {
        guard CELLocation.isName(variable), !Self.systemVariables.contains(variable) else {
            throw EvaluationFailure("\(variable) cannot be declared")
        }
        variables[variable] = variables[variable] ?? .null
    }

    /// Replaces a variable, or a field on a path of maps; a last field that is new is added.
    package mutating func assign(_ value: Value, to location: String) throws(EvaluationFailure) {
        guard let location = CELLocation(location), !Self.systemVariables.contains(location.variable),
            let old = variables[location.variable], let new = location.replacing(in: old, by: value)
        else { throw EvaluationFailure("nothing can be assigned to \(location)") }
        guard new.isModest(nodes: Self.nodesMax, depth: Self.depthMax) else {
            throw EvaluationFailure("the value for \(location.variable) is too large")
        }
        variables[location.variable] = new
    }

    private func bindings(in scope: Scope<Value>) -> [String: Value] {
        var bindings = variables
        let processor: Value = ["location": .string(Destination.address(of: scope.sessionID))]
        bindings["_sessionid"] = .string(scope.sessionID)
        bindings["_name"] = .string(scope.name)
        bindings["_ioprocessors"] = .object([EventProcessor.type: processor])
        bindings["_event"] = scope.event.map(Value.init(event:)) ?? .null
        bindings[CELExpression.activeStates] = .list(scope.activeStates.map(Value.string))
        return bindings
    }
}

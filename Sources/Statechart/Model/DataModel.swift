/// The language of conditions and values, and the variables of one session.
///
/// Only ``holds(_:in:)`` has to be written: everything else fails by default, which suits charts that use
/// conditions and nothing more. A failure never escapes the session: it becomes an error event, and a
/// condition that fails counts as false. Implementations are values: no I/O, no shared state.
/// Source: SCXML 1.0, section 5.
@usableFromInline
package protocol DataModel: Sendable {
    associatedtype Expression: Sendable
    associatedtype Value: Sendable

    /// Told what the macrostep has done before the condition of a transition is asked behind its first microstep.
    ///
    /// For models whose values follow from what was taken and entered, not from content; nothing by default.
    mutating func follow(_ journal: Journal, to transition: Int)

    /// Whether a condition holds; anything but a boolean is a failure.
    func holds(_ condition: Expression, in scope: Scope<Value>) throws(EvaluationFailure) -> Bool
    func evaluate(_ expression: Expression, in scope: Scope<Value>) throws(EvaluationFailure) -> Value

    /// Makes a variable without a value; one that exists keeps its value. Fails when it is no legal name.
    mutating func declare(_ variable: String) throws(EvaluationFailure)
    /// Fails when the location does not exist, and for system variables.
    mutating func assign(_ value: Value, to location: String) throws(EvaluationFailure)

    /// The value that a literal text stands for.
    func value(reading text: String) throws(EvaluationFailure) -> Value
    func value(of index: Int) throws(EvaluationFailure) -> Value
    func value(of fields: [(name: String, value: Value)]) throws(EvaluationFailure) -> Value
    /// The text of a value that names an event, a target, a delay or an id.
    func text(of value: Value) throws(EvaluationFailure) -> String
    /// The elements that a loop goes through; fails for what is no collection.
    func elements(of value: Value) throws(EvaluationFailure) -> [Value]
}

extension DataModel {
    /// Nothing: the default of a model whose values are set by content.
    @inlinable
    package mutating func follow(_: Journal, to _: Int) {}

    /// Fails: the default of a model of conditions only.
    package func evaluate(_: Expression, in _: Scope<Value>) throws(EvaluationFailure) -> Value {
        throw .init("this data model has no expressions")
    }

    /// Fails: the default of a model of conditions only.
    package mutating func declare(_: String) throws(EvaluationFailure) {
        throw .init("this data model has no variables")
    }

    /// Fails: the default of a model of conditions only.
    package mutating func assign(_: Value, to _: String) throws(EvaluationFailure) {
        throw .init("this data model has no variables")
    }

    /// Fails: the default of a model of conditions only.
    package func value(reading _: String) throws(EvaluationFailure) -> Value {
        throw .init("this data model has no literals")
    }

    /// Fails: the default of a model of conditions only.
    package func value(of _: Int) throws(EvaluationFailure) -> Value {
        throw .init("this data model has no numbers")
    }

    /// Fails: the default of a model of conditions only.
    package func value(of _: [(name: String, value: Value)]) throws(EvaluationFailure) -> Value {
        throw .init("this data model has no records")
    }

    /// Fails: the default of a model of conditions only.
    package func text(of _: Value) throws(EvaluationFailure) -> String {
        throw .init("this data model has no texts")
    }

    /// Fails: the default of a model of conditions only.
    package func elements(of _: Value) throws(EvaluationFailure) -> [Value] {
        throw .init("this data model has no collections")
    }
}

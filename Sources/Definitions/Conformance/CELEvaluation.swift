package import Agreements
import Expressions

/// One expression, evaluated within the limits of a guard.
package struct CELEvaluation: Sendable {
    /// The value in the notation of the language.
    package let text: String
    /// The value with its types, `{"type": T, "value": V}`.
    package let json: JSON
    /// Steps used, of the limit of a guard.
    package let cost: Int

    /// Why there is no value.
    package enum Failure: Error, Sendable, Hashable {
        /// The bindings are no JSON object, exceed what a value can be, or hold a typed value of no known form.
        case bindings(String)
        /// The expression was refused or failed: one sentence, line and column.
        case expression(String, line: Int, column: Int)
    }

    /// Evaluates an expression; `bindings` is a JSON object of variables.
    ///
    /// A binding that is an object of exactly `type` and `value`, with a type of the conformance suites, is a
    /// typed value, and so is `{"type": "null"}`; anything else is plain JSON.
    /// - Throws: ``Failure``; names that are not bound, syntax, types and sizes are found before it runs.
    package static func evaluate(
        _ expression: String, bindings: String = "{}"
    ) throws(Failure) -> CELEvaluation {
        let values = try values(of: bindings)
        let environment = Environment(
            variables: values.mapValues { _ in .dyn }, zones: CELZones.system)
        let program: Program
        do throws(ExpressionError) {
            program = try environment.compile(expression, expecting: nil)
        } catch {
            let hint = error.suggestion.map { " Did you mean `\($0)`?" } ?? ""
            throw .expression(error.message + hint, line: error.line, column: error.column)
        }
        let evaluation = program.evaluate(values)
        switch evaluation.result {
        case .success(let value):
            return CELEvaluation(
                text: value.description, json: TypedValue.json(value), cost: evaluation.cost)
        case .failure(let error):
            throw .expression(error.message, line: error.line, column: error.column)
        }
    }

    private static func values(of text: String) throws(Failure) -> [String: Value] {
        let json: Value
        do throws(JSONTree.Unreadable) {
            json = Value(try JSONTree(reading: text, depth: ConformanceFiles.depthMax))
        } catch {
            throw .bindings("the bindings cannot be read: \(error)")
        }
        guard let members = json.members else { throw .bindings("the bindings are no JSON object") }
        var values: [String: Value] = [:]
        for member in members { values[member.name] = try value(of: member.value, member.name) }
        return values
    }

    private static func value(of json: Value, _ name: String) throws(Failure) -> Value {
        guard let names = json.members?.map(\.name), let type = json.field("type")?.text,
            TypedValue.types.contains(type),
            names == ["type", "value"] || (names == ["type"] && type == "null")
        else { return json }
        guard let value = TypedValue.value(of: json) else {
            throw .bindings("the value of \(name) is no \(type)")
        }
        return value
    }
}

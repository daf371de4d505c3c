import Definitions

/// An expression with the value that it has to give in the notation of the language, or `error`.
struct LanguageCase: Sendable {
    let expression: String
    let expected: String
    let bindings: String

    init(_ expression: String, _ expected: String, bindings: String = "{}") {
        self.expression = expression
        self.expected = expected
        self.bindings = bindings
    }

    static let error = "error"

    /// What the expression gives.
    var outcome: String {
        do throws(CELEvaluation.Failure) {
            return try CELEvaluation.evaluate(expression, bindings: bindings).text
        } catch {
            return Self.error
        }
    }
}

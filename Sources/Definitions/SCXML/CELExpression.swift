package import Expressions

/// An expression of a document: compiled, or known to fail whenever it is evaluated.
///
/// A document loads with expressions that do not compile; they are findings of an import, and errors of the
/// running session.
package struct CELExpression: Sendable {
    package let source: String
    package let program: Result<Program, ExpressionError>

    /// Compiles the expression in an open environment: types are looked at when it runs.
    package init(_ source: String) {
        self.source = source
        program = Result { () throws(ExpressionError) in
            try Self.environment.compile(source, expecting: nil)
        }
    }

    /// The variable that `In` reads; its name cannot be written in an expression.
    static let activeStates = "active states"

    private static let environment = Environment(
        variables: [activeStates: .list(.string)],
        functions: [
            Function("In", [.string], .bool, reading: [activeStates]) { values in
                guard values.count == 2, case .list(let active) = values[1] else { return .bool(false) }
                return .bool(active.contains(values[0]))
            }
        ],
        zones: CELZones.system, isOpen: true)
}

extension CELExpression: Equatable {
    package static func == (left: CELExpression, right: CELExpression) -> Bool { left.source == right.source }
}

package import Expressions

/// An expression of a document: compiled, or known to fail whenever it is evaluated.
///
/// A document loads with expressions that do not compile; they are findings of an import, and errors of the
/// running session.
package struct CELExpression: Sendable {
    package let source: String
    package let program: Result<Program, ExpressionError>
    /// Whether it can be nothing but a declared variable, or a field on a path of maps in it.
    package let isLocation: Bool
    /// The file that it stands for and that could not be read; nil for an expression.
    let file: String?

    /// No expression of a document is larger; an evaluation costs no more than that of a guard.
    static let limits = Limits(
        length: 65_536, depth: Limits.depthCeiling, macros: 16, cost: Limits.guards.cost)

    /// Compiles the expression in an open environment: types are looked at when it runs.
    package init(_ source: String) {
        self.source = source
        isLocation = false
        file = nil
        program = Result { () throws(ExpressionError) in
            try Self.environment.compile(source, expecting: nil, limits: Self.limits)
        }
    }

    /// The value of a file that could not be read: it fails by the file's name whenever it is evaluated.
    init(file: String, _ reason: String) {
        self.file = file
        source = ""
        isLocation = false
        program = .failure(ExpressionError(refusing: "\(file) \(reason)"))
    }

    /// Compiles the reading of a location, as `namelist` and `<param location>` name one.
    ///
    /// Anything else than names joined by dots fails whenever it is evaluated; so does a variable that is not
    /// declared by then, be it called as a type is.
    package init(location source: String) {
        self.source = source
        isLocation = true
        file = nil
        program = Result { () throws(ExpressionError) in
            guard let location = CELLocation(source) else {
                throw ExpressionError(refusing: "`\(source)` is no location of a value.")
            }
            return try Self.environment(declaring: [location.variable: .dyn]).compile(
                source, expecting: nil, limits: Self.limits)
        }
    }

    /// The variable that `In` reads; its name cannot be written in an expression.
    static let activeStates = "active states"

    private static let environment = environment(declaring: [:])

    private static func environment(declaring variables: [String: CELType]) -> Environment {
        Environment(
            variables: variables.merging([activeStates: .list(.string)]) { own, _ in own },
            functions: [
                Function("In", [.string], .bool, reading: [activeStates]) { values in
                    guard values.count == 2, case .list(let active) = values[1] else { return .bool(false) }
                    return .bool(active.contains(values[0]))
                }
            ],
            zones: CELZones.system, isOpen: true)
    }
}

extension CELExpression: Equatable {
    package static func == (left: CELExpression, right: CELExpression) -> Bool {
        left.source == right.source && left.isLocation == right.isLocation && left.file == right.file
    }
}

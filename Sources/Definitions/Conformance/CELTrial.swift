import Expressions

/// One evaluation of a case of a suite.
enum CELTrial {
    /// Suites hold expressions that are larger than any guard may be.
    static let limits = Limits(length: 65_536, depth: 128, macros: 16, cost: 1_000_000)

    /// What is wrong with the outcome, nil when nothing is.
    static func failure(of test: CELCase) -> String? {
        let evaluation: Evaluation
        do throws(ExpressionError) {
            evaluation = try program(of: test).evaluate(test.bindings)
        } catch {
            guard case .value(let expected) = test.expectation else { return nil }
            return "refused at \(error), expected \(expected)"
        }
        switch (evaluation.result, test.expectation) {
        case (.failure, .error): return nil
        case (.success(let value), .error): return "gave \(value), expected an error"
        case (.failure(let error), .value(let expected)): return "failed at \(error), expected \(expected)"
        case (.success(let value), .value(let expected)):
            return value == expected ? nil : "gave \(text(value)), expected \(text(expected))"
        }
    }

    private static func program(of test: CELCase) throws(ExpressionError) -> Program {
        let bound = test.bindings.mapValues { _ in CELType.dyn }
        let environment = Environment(
            variables: bound.merging(test.declarations) { $1 }, zones: CELZones.system,
            isOpen: test.isUnchecked)
        return try environment.compile(test.expression, expecting: nil, limits: limits)
    }

    private static func text(_ value: Value) -> String { "\(value) of type \(value.typeName)" }
}

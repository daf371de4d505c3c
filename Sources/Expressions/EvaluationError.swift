/// Why an evaluation has no value: what went wrong, and in which part of the expression.
package struct EvaluationError: Error, Hashable {
    /// What kind of thing went wrong; `costExceeded` is never absorbed by `&&` or `||`.
    package enum Kind: String, Sendable, Hashable {
        case unboundVariable, unknownFunction, noSuchOverload, noSuchField, noSuchKey, nullValue
        case indexOutOfRange, divisionByZero, overflow, outOfRange, invalidArgument, invalidPattern
        case repeatedKey, wrongResult, functionFailed, costExceeded
    }

    /// What went wrong, for programs to tell apart.
    package let kind: Kind
    /// One sentence that names what went wrong.
    package let message: String
    /// Line, from 1.
    package let line: Int
    /// Column in code points, from 1.
    package let column: Int
    /// The text of the part of the expression that failed.
    package let source: String
}

extension EvaluationError: CustomStringConvertible {
    /// Place, sentence and failing part on one line.
    package var description: String { "\(line):\(column): \(message) (in `\(source)`)" }
}

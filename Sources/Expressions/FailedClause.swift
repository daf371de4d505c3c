/// A term of a guard that does not hold: the reason to show for a refusal.
package struct FailedClause: Sendable, Hashable {
    /// The text of the term.
    package let source: String
    /// The values that the term read.
    package let reads: [Read]
    /// Why the term has no value; nil when it is simply false.
    package let error: EvaluationError?
}

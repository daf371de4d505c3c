import Statechart

extension Invoke<CELExpression> {
    /// The expression that computes which document is run; nil where it is named.
    var computedSource: String? { if case .expression(let source) = source { source.source } else { nil } }
}

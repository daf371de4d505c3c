import Statechart

extension Invoke<CELExpression> {
    /// The expression that computes which document is run; nil where it is named.
    var computedSource: String? { isContent ? nil : computed }

    /// The expression that computes the document itself; nil where it is named.
    var computedContent: String? { isContent ? computed : nil }

    private var computed: String? { if case .expression(let source) = source { source.source } else { nil } }
}

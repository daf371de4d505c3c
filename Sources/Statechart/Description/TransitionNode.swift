/// One transition as its author wrote it.
///
/// No events make it eventless; no targets make it targetless: it runs its content and leaves the
/// configuration alone. Source: SCXML 1.0, section 3.5.
package struct TransitionNode<Expression: Sendable>: Sendable {
    /// Event descriptors: `a.b`, `a.b.*` or `*` (see ``EventDescriptor``).
    package var events: [String]
    /// Whether the events are names to match whole, not SCXML's descriptors.
    package var isExact: Bool
    package var condition: Expression?
    package var targets: [String]
    /// An internal transition does not leave its compound source when all its targets lie inside it.
    package var isInternal: Bool
    package var content: [Action<Expression>]
    /// The client's own name for the transition: it comes back in every ``Trace``.
    package var label: String?

    package init(
        on events: [String] = [], isExact: Bool = false, if condition: Expression? = nil,
        to targets: [String] = [],
        isInternal: Bool = false, content: [Action<Expression>] = [], label: String? = nil
    ) {
        self.events = events
        self.isExact = isExact
        self.condition = condition
        self.targets = targets
        self.isInternal = isInternal
        self.content = content
        self.label = label
    }
}

extension TransitionNode: Equatable where Expression: Equatable {}

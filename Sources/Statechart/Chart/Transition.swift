/// A transition of a validated ``Chart``.
package struct Transition<Expression: Sendable>: Sendable {
    /// Its place in ``Chart/transitions``: document order over the whole chart.
    package let index: Int
    package let source: Int
    /// Empty: targetless.
    package let targets: [Int]
    /// Empty: eventless.
    package let events: [EventDescriptor]
    package let condition: Expression?
    package let isInternal: Bool
    package let content: [Action<Expression>]
    /// The client's own name, as given in the ``TransitionNode``.
    package let label: String?

    /// Whether an event of this name is waited for; the condition is not looked at.
    package func isTriggered(by name: String) -> Bool {
        events.contains { $0.matches(name) }
    }
}

extension Transition: Equatable where Expression: Equatable {}

/// What an expression may see besides the variables of its ``DataModel``.
///
/// Source: SCXML 1.0, section 5.10 (system variables) and 5.9.2 (`In`).
package struct Scope<Value: Sendable>: Sendable {
    /// The event being processed; `nil` before the first one.
    package let event: Event<Value>?
    package let sessionID: String
    /// The name of the chart.
    package let name: String
    private let activity: @Sendable (String) -> Bool
    private let active: @Sendable () -> [String]

    /// A scope; by default one in which nothing is active.
    package init(
        event: Event<Value>? = nil, sessionID: String = "", name: String = "",
        isActive: @escaping @Sendable (String) -> Bool = { _ in false },
        activeStates: @escaping @Sendable () -> [String] = { [] }
    ) {
        self.event = event
        self.sessionID = sessionID
        self.name = name
        activity = isActive
        active = activeStates
    }

    /// The `In(id)` predicate.
    package func isActive(_ id: String) -> Bool { activity(id) }

    /// The ids of all active states, in document order.
    package var activeStates: [String] { active() }
}

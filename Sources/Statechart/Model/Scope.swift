/// What an expression may see besides the variables of its ``DataModel``.
///
/// Source: SCXML 1.0, section 5.10 (system variables) and 5.9.2 (`In`).
@usableFromInline
package struct Scope<Value: Sendable>: Sendable {
    /// The event being processed; `nil` before the first one.
    package let event: Event<Value>?
    package let sessionID: String
    /// The name of the chart.
    package let name: String
    private let activity: @Sendable (String) -> Bool
    private let active: @Sendable () -> [String]
    /// Of a session: asked instead of the closures, which would cost allocations.
    private let shape: ChartShape?
    private let configuration: StateSet

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
        shape = nil
        configuration = StateSet()
    }

    init(event: Event<Value>?, sessionID: String, shape: ChartShape, configuration: StateSet) {
        self.event = event
        self.sessionID = sessionID
        name = shape.ids[ChartShape.root]
        activity = { _ in false }
        active = { [] }
        self.shape = shape
        self.configuration = configuration
    }

    /// The `In(id)` predicate.
    package func isActive(_ id: String) -> Bool {
        guard let shape else { return activity(id) }
        return shape.indices[id].map(configuration.contains) ?? false
    }

    /// The ids of all active states, in document order.
    package var activeStates: [String] {
        guard let shape else { return active() }
        return configuration.map { shape.ids[$0] }
    }
}

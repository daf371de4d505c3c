/// How long a session may run before it counts as endless.
package struct SessionLimits: Sendable, Equatable {
    package var microstepsMax: Int
    /// How many actions, and turns of loops, one macrostep may run.
    package var actionsMax: Int
    /// How many external events ``Session/drain()`` serves at once.
    package var macrostepsMax: Int

    package init(microstepsMax: Int = 1_000, actionsMax: Int = 10_000, macrostepsMax: Int = 1_000) {
        self.microstepsMax = microstepsMax
        self.actionsMax = actionsMax
        self.macrostepsMax = macrostepsMax
    }
}

/// What one macrostep did to the configuration, in order: tasks, timers and notices are derived from it.
@usableFromInline
package struct Trace: Sendable, Equatable {
    package var microsteps: [Microstep] = []
    /// Events that enabled no transition.
    package var ignored: [String] = []
    /// Conditions and actions that failed, each of which also became an error event.
    package var failures: [EvaluationFailure] = []

    package init() {}
}

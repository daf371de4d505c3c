/// All that a resting session remembers, without its data model and its chart, by the names of states.
///
/// A snapshot outlives the process, and, as long as the names stay, the version of the chart.
package struct Snapshot: Sendable, Hashable, Codable {
    /// A child session under way.
    package struct Child: Sendable, Hashable, Codable {
        package var state: String
        package var invoke: Int
        package var invokeID: String

        package init(state: String, invoke: Int, invokeID: String) {
            self.state = state
            self.invoke = invoke
            self.invokeID = invokeID
        }
    }

    /// The active atomic and final states: they name the configuration.
    package var atomicStates: [String]
    /// History state to the states it restores.
    package var history: [String: [String]]
    package var children: [Child]
    /// States whose late-bound variables have their values.
    package var bound: [String]
    package var idsMade: Int

    package init(
        atomicStates: [String], history: [String: [String]] = [:], children: [Child] = [],
        bound: [String] = [],
        idsMade: Int = 0
    ) {
        self.atomicStates = atomicStates
        self.history = history
        self.children = children
        self.bound = bound
        self.idsMade = idsMade
    }
}

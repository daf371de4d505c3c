/// A clock of a state: at its due instant the event happens, unless the state was left.
package struct TimerDefinition: Sendable {
    package var name: String
    package var due: DueRule
    /// The event that it gives to the process.
    package var event: String

    package init(name: String, due: DueRule, event: String) {
        self.name = name
        self.due = due
        self.event = event
    }
}

import Agreements
import Expressions
import Statechart

/// The steps that can follow wherever a configuration is reached, whatever the values are.
final class Position {
    /// A configuration with what its histories remember.
    struct Place: Hashable {
        var configuration: StateSet
        var history: [Int: StateSet]
    }

    /// One event that may come, and how the chart reacts.
    struct Step {
        let trigger: Trigger
        /// The role that stands for all who may do it, where there is one.
        let role: RoleReference?
        let event: Statechart.Event<Value>
        let reaction = Reaction()

        init(_ trigger: Trigger, by role: RoleReference? = nil) {
            self.trigger = trigger
            self.role = role
            event = Statechart.Event(trigger.event)
        }
    }

    let steps: [Step]
    /// A new text, where the chart does not hear of it.
    let textChange: Step?

    init(steps: [Step], textChange: Step?) {
        self.steps = steps
        self.textChange = textChange
    }
}

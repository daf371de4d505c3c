import Agreements
import Expressions
import Statechart

/// Where a chart may stand, and what may follow there whatever the values are.
final class Position: Interned {
    /// A configuration with what its histories remember.
    struct Place: Hashable {
        var configuration: StateSet
        var history: [Int: StateSet]
    }

    /// One event that may come, and how the chart reacts.
    struct Step {
        let cue: Cue
        let reaction = Reaction()
    }

    let configuration: StateSet
    /// The variables that nobody can read any more.
    let unread: StateSet
    /// The status that the active states give.
    let legal: (state: Int, status: LegalStatus)?
    /// The steps that can follow, once they were asked for.
    var steps: [Step]?
    /// A new text, where the chart does not hear of it.
    private(set) lazy var textChange = Step(cue: Cue(.told("text.changed")))

    init(_ configuration: StateSet, unread: StateSet, legal: (Int, LegalStatus)?) {
        self.configuration = configuration
        self.unread = unread
        self.legal = legal
    }
}

/// One event that may come.
struct Cue {
    let trigger: Trigger
    /// The role that stands for all who may do it, where there is one.
    let role: RoleReference?
    let event: Statechart.Event<Value>

    init(_ trigger: Trigger, by role: RoleReference? = nil) {
        self.trigger = trigger
        self.role = role
        event = Statechart.Event(trigger.event)
    }
}

/// What may come to a process in a configuration.
final class Outlook {
    let cues: [Cue]
    /// The names of the events that are awaited.
    let events: Set<String>
    /// Of each eventless transition, the numbers of its conditions.
    let eventless: [[Int]]
    let hearsTextChange: Bool

    init(cues: [Cue], events: Set<String>, eventless: [[Int]]) {
        self.cues = cues
        self.events = events
        self.eventless = eventless
        hearsTextChange = events.contains("text.changed")
    }
}

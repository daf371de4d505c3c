/// A timer of a state that is armed.
package struct ArmedTimer: Codable, Sendable, Hashable, Identifiable {
    /// The identity of one arming: a state entered again arms another.
    package typealias ID = Identifier<ArmedTimer>

    package var id: ID
    package var process: String
    package var state: String
    /// The event by which the state was entered: the timer belongs to that entry.
    package var entrySeq: Int
    package var name: String
    package var due: Instant
    /// Settles which of two timers due at one instant comes first: document order.
    package var order: Int
    package var purpose: Purpose

    /// What a timer does when it is due.
    package enum Purpose: Codable, Sendable, Hashable {
        /// Gives `event` to the process.
        case event(name: String)
        /// A notice is owed; `occurrence` tells it from the others of its kind, `day` is the day it speaks
        /// of.
        case reminder(notice: String, occurrence: String, to: [RoleReference], due: Deadline?)
    }

    package init(
        id: ID, process: String, state: String, entrySeq: Int, name: String, due: Instant, order: Int,
        purpose: Purpose
    ) {
        self.id = id
        self.process = process
        self.state = state
        self.entrySeq = entrySeq
        self.name = name
        self.due = due
        self.order = order
        self.purpose = purpose
    }
}

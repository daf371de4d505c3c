/// One set of transitions taken together: the states they left, then the states they entered.
package struct Microstep: Sendable, Equatable {
    /// A transition that was taken.
    package struct Taken: Sendable, Hashable {
        /// Its place in ``Chart/transitions``.
        package let index: Int
        package let label: String?

        package init(index: Int, label: String?) {
            self.index = index
            self.label = label
        }
    }

    /// A state that was entered.
    package struct Entered: Sendable, Hashable {
        package let index: Int
        package let id: String
        /// Whether a history brought it back, as opposed to being entered anew.
        package let isRestored: Bool

        package init(index: Int, id: String, isRestored: Bool = false) {
            self.index = index
            self.id = id
            self.isRestored = isRestored
        }
    }

    /// The event that enabled the transitions; `nil` for eventless ones, and when the session starts.
    package let event: String?
    /// In the order in which their content ran; empty when the session starts.
    package let transitions: [Taken]
    /// Innermost and last in the document first.
    package var exited: [String]
    /// Outermost and first in the document first.
    package var entered: [Entered]

    package init(event: String?, transitions: [Taken], exited: [String] = [], entered: [Entered] = []) {
        self.event = event
        self.transitions = transitions
        self.exited = exited
        self.entered = entered
    }
}

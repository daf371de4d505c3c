import Agreements
import Statechart

/// An abstract state of a process: all that can matter for what comes next, and nothing else.
struct Situation: Hashable {
    /// The active states, and what histories remember, as far as a way leads to reading it.
    var position: Position
    /// What is known of the variables, as far as a way leads to reading them.
    var store: Store
    /// The watched states that were entered, and the properties of `eventually` that have come true.
    var marks = StateSet()
    var legal = LegalStatus.none
    /// Whether the status changed on the way as it may not: what it becomes after that is not said again.
    var isStatusWrong = false
    /// Whether every party has signed the current text.
    var isSigned = false
    /// Whether the current text is still the one by which the agreement came in force.
    var isTextInForce = false
    /// Whether the text changed after the signing that runs began.
    var isTextStale = false
    var hasEnded = false
    /// What has come once and comes no more while its state is active, by the numbers of ``OnceOnly``.
    var spent = StateSet()

    var configuration: StateSet { position.configuration }
}

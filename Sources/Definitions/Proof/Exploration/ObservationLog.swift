import Agreements
import Statechart

/// What an exploration saw on its way that is worth a finding, each at its first, shortest place.
struct ObservationLog {
    /// A place on the way: a node, and the step after it.
    struct Moment: Hashable {
        var node: Int
        var trigger: Trigger?
    }

    /// A variable that is read where it may be unset.
    struct UnsetRead: Hashable {
        var formula: String
        var variable: String
    }

    /// A change of legal status.
    struct StatusChange: Hashable {
        var state: Int
        var from: LegalStatus
        var to: LegalStatus
        /// Whether it may be, but for the signed renewal that it takes.
        var lacksRenewal = false
    }

    /// A transition that is taken while a state is active, or enters it.
    struct Beside: Hashable {
        var transition: Int
        var state: Int
    }

    /// An action that starts a child of a state.
    struct Spawn: Hashable {
        /// The transition or the state whose action it is, by number.
        var transition: Int?
        var state: Int?
        var name: String
        var owner: String
    }

    /// What a child of a state may tell while the state is active.
    struct Telling: Hashable {
        var owner: Int
        var event: String
    }

    /// What took part in turning without end.
    struct Turning {
        var states: Set<Int> = []
        var transitions: Set<Int> = []

        mutating func note(_ move: Response.Move) {
            states.formUnion(move.entered)
            transitions.formUnion(move.transitions)
        }
    }

    var turning = Turning()
    /// How conditions came out, where that is asked.
    var outcomes: Set<ClauseOutcome> = []
    var entered: [Int: Moment] = [:]
    /// Transitions, and each with a state that was active then or entered by it.
    var taken: [Int: Moment] = [:]
    var takenBeside: [Beside: Moment] = [:]
    /// By transition: the states of which that is known.
    var companions: [Int: StateSet] = [:]
    var endless: [StateSet: Moment] = [:]
    var unsetReads: [UnsetRead: Moment] = [:]
    var illegalChanges: [StatusChange: Moment] = [:]
    var unsigned: [Int: Moment] = [:]
    /// Actions that start children, and those of them whose state was active after the step.
    var spawns: [Spawn: Moment] = [:]
    var usefulSpawns: Set<Spawn> = []
    /// What children may tell where something awaits it, and where nothing does.
    var heardTellings: Set<Telling> = []
    var unheardTellings: [Telling: Moment] = [:]
    /// States that stay active with work of their own after their end, by number.
    var openEnds: [Int: Moment] = [:]
    /// Timers, as state and name, whose event was awaited while they ran.
    var heardTimers: Set<[String]> = []
    /// What is known of the variables while a state is active, by its number.
    var storesByOwner: [Int: Set<Store>] = [:]
    /// The legal statuses while a state is active, by its number.
    var statusesByOwner: [Int: Set<LegalStatus>] = [:]
    /// The answers to each property, by number: the first node where it fails, and where it is open.
    var failing: [Int: Int] = [:]
    var open: [Int: Int] = [:]
}

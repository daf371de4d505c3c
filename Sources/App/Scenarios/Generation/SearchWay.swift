import Agreements

/// One transition as a search aims at it: what it waits for, what it needs, and what it enters.
struct SearchWay {
    /// The process and the label.
    var name: String
    var event: String
    var source: Int
    /// The states that it enters, with those that they enter by default.
    var entered: [Int]
    var trigger: Trigger
    var needs: [SearchNeed]

    /// What a transition waits for.
    enum Trigger {
        case always, act, text, document, edit, measure, call, parties, delegation
        /// A timer that rings in one of these states.
        case timer(states: [Int])
        /// The end of this state.
        case done(Int)
        /// The children of this state.
        case joined(Int)
        /// What a child tells.
        case told(child: String, outcome: String)
        /// What only another agreement tells.
        case never
    }
}

/// A clause of a guard, with what may make it hold.
struct SearchNeed {
    var clause: Guard.Clause
    /// Whether it reads what an act carries or who does it.
    var isOfAct: Bool
    /// Whether it reads nothing of the process itself.
    var isShared: Bool
    var remedies: [SearchRemedy]
}

/// What may make a clause hold.
enum SearchRemedy {
    /// Something that a chart does on its way.
    case deed(SearchDeed)
    /// Something that sets a variable which the clause reads.
    case setting(String, Formula, by: SearchDeed, times: Int = 1)
    /// What people or time do beside the charts.
    case step(SearchStep)
    /// That the children of the process come to an end.
    case children
}

/// Where in the charts something is done: on a transition, or on entering a state.
struct SearchDeed: Hashable {
    var chart: Int
    var place: Place

    enum Place: Hashable {
        case way(Int)
        case state(Int)
    }
}

/// One step towards an aim that can be taken at once.
enum SearchStep: Hashable {
    case act(process: String, event: String)
    case wait
    /// Time passes until an instant or a day that conditions speak of.
    case pass
    /// A new version of the text of this process.
    case text(process: String)
    case document(kind: String)
    case edit
    case measure
    case call
    /// Whoever holds the role of an open step gives it to somebody for a while.
    case delegate

    /// What it counts in an estimate.
    var cost: Int {
        switch self {
        case .act, .text, .document, .edit, .delegate: 1
        case .wait, .pass, .measure, .call: 2
        }
    }
}

import Agreements
import Expressions
import Statechart

/// What a chart did with one event.
final class Response {
    /// The transitions that were taken together, and the states that were entered by them.
    struct Move: Hashable {
        let transitions: [Int]
        let entered: [Int]

        init(_ step: Journal.Step, in journal: Journal) {
            transitions = step.taken.map { journal.taken[$0] }
            entered = step.entered.map { journal.entered[$0].index }
        }
    }

    /// Where the chart rests after it.
    let rest: Rest
    let moves: [Move]
    let hasFault: Bool
    let hasEnded: Bool
    let position: Position
    /// The states that were entered, and those of them with timers that are active after it.
    let entered: StateSet
    let armed: StateSet
    /// The transitions that were taken, in their order.
    let taken: [Int]
    /// The states that were left, in document order.
    let left: StateSet
    /// What was done, in the engine's order.
    let deeds: [Deed]
    /// Whether a condition alone moved the chart.
    let isMovedByCondition: Bool
    /// Whether what it shows whatever the values are was noted.
    var isNoted = false
    /// What it is when the next event is not heard.
    private(set) lazy var silence = Response(after: self)

    /// Whether something reacted to the event, or a condition moved the chart after it.
    var isHeard: Bool { !moves.isEmpty }

    var configuration: StateSet { position.configuration }

    /// What the session of an explorer has just done.
    init(of explorer: Explorer) {
        let session = explorer.session
        let journal = session.journal
        let steps = journal.steps
        rest = session.rest
        moves = steps.map { Move($0, in: journal) }
        hasFault = if case .faulted = session.status { true } else { false }
        hasEnded = if case .finished = session.status { true } else { false }
        position = explorer.position(of: session)
        let configuration = position.configuration
        entered = StateSet(journal.entered.lazy.map(\.index))
        armed = StateSet(entered.filter { explorer.timed.contains($0) && configuration.contains($0) })
        taken = Array(journal.taken)
        left = StateSet(journal.exited)
        deeds = explorer.deeds.done(in: moves)
        isMovedByCondition = steps.contains { $0.event == nil && !$0.taken.isEmpty }
    }

    /// That nothing followed another one.
    private init(after last: Response) {
        rest = last.rest
        moves = []
        hasFault = false
        hasEnded = last.hasEnded
        position = last.position
        entered = []
        armed = []
        taken = []
        left = []
        deeds = []
        isMovedByCondition = false
    }
}

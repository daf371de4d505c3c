/// How long an operation waits, and what ends it early.
struct Patience {
    /// Why a statement was stopped from this side.
    enum Stop {
        case task, time
    }

    /// What to do now.
    enum Verdict {
        case wait(until: ContinuousClock.Instant)
        case cancel
        case giveUp
    }

    /// The task that waits; nil for what must not be cancelled, a commit or a rollback.
    private let ticket: Ticket?
    private let cancelTimeLimit: Duration
    private var deadline: ContinuousClock.Instant
    /// When the statement began, of which this operation may be a later step.
    let start: ContinuousClock.Instant

    /// Why a cancel was sent, when one was.
    private(set) var stop: Stop?

    init(
        _ timeLimit: Duration, cancelTimeLimit: Duration, ticket: Ticket?,
        runningSince start: ContinuousClock.Instant? = nil
    ) {
        let now = ContinuousClock.now
        self.start = start ?? now
        deadline = now + timeLimit
        self.ticket = ticket
        self.cancelTimeLimit = cancelTimeLimit
    }

    var isCancelled: Bool { ticket?.isCancelled ?? false }

    /// What to do at `now`.
    ///
    /// After `cancel`, the server has `cancelTimeLimit` to answer.
    mutating func verdict(at now: ContinuousClock.Instant) -> Verdict {
        if stop == nil, ticket != nil, isCancelled || now >= deadline {
            stop = isCancelled ? .task : .time
            deadline = now + cancelTimeLimit
            return .cancel
        }
        return now >= deadline ? .giveUp : .wait(until: deadline)
    }
}

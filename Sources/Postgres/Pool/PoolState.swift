/// Who holds which connection and who waits: decisions only, which ``Pool`` carries out.
///
/// `Member` is a connection; tests use numbers.
struct PoolState<Member: Sendable, Waiter: Sendable>: Sendable {
    /// What the pool is to do after a change.
    enum Action {
        case lend(Member, to: Waiter)
        case refuse(Waiter, PostgresError)
        case open
        case openLater(failures: Int)
        case close(Member)
        case drained
    }

    private let connectionsMax: Int
    private let waitersMax: Int
    private var idle: [Member] = []
    private var waiters: [(id: Int, waiter: Waiter)] = []
    private(set) var lent = 0
    private(set) var opening = 0
    private var failures = 0
    private var isPausing = false
    private var lastFailure: PostgresError?
    private(set) var isClosed = false

    init(connectionsMax: Int, waitersMax: Int) {
        self.connectionsMax = connectionsMax
        self.waitersMax = waitersMax
    }

    var idleCount: Int { idle.count }
    var waiting: Int { waiters.count }

    /// Somebody asks for a connection.
    mutating func acquire(_ id: Int, _ waiter: Waiter) -> [Action] {
        guard !isClosed else { return [.refuse(waiter, PostgresError(.closed).during(.pool))] }
        if let member = idle.popLast() {
            lent += 1
            return [.lend(member, to: waiter)]
        }
        guard waiters.count < waitersMax else {
            return [.refuse(waiter, PostgresError(.poolExhausted).during(.pool))]
        }
        waiters.append((id, waiter))
        return openIfNeeded()
    }

    /// A waiter gives up; nothing happens when it was served already.
    mutating func abandon(_ id: Int, because error: PostgresError) -> [Action] {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return [] }
        return [.refuse(waiters.remove(at: index).waiter, error)]
    }

    /// A waiter's time is up.
    mutating func timeOut(_ id: Int) -> [Action] {
        abandon(id, because: lastFailure ?? PostgresError(.acquireTimeout).during(.pool))
    }

    /// A connection comes back in order.
    mutating func giveBack(_ member: Member) -> [Action] {
        lent -= 1
        return place(member)
    }

    /// A connection that was lent is gone, or is not to be lent again.
    mutating func discard(_ member: Member) -> [Action] {
        lent -= 1
        return [.close(member)] + (isClosed ? drainedIfSo() : openIfNeeded())
    }

    mutating func opened(_ member: Member) -> [Action] {
        opening -= 1
        failures = 0
        lastFailure = nil
        return place(member) + openIfNeeded()
    }

    /// An attempt to open failed: who waits goes on waiting, unless waiting cannot help.
    mutating func openFailed(_ error: PostgresError) -> [Action] {
        opening -= 1
        guard !isClosed else { return drainedIfSo() }
        failures += 1
        lastFailure = error
        let refusals = error.isLasting ? refuseAll(error) : []
        guard !waiters.isEmpty, opening == 0, !isPausing else { return refusals }
        isPausing = true
        return refusals + [.openLater(failures: failures)]
    }

    /// The pause after a failure is over.
    mutating func pauseEnded() -> [Action] {
        isPausing = false
        return openIfNeeded()
    }

    /// No more connections; those lent may come back.
    mutating func close() -> [Action] {
        guard !isClosed else { return drainedIfSo() }
        isClosed = true
        let members = idle
        idle = []
        return refuseAll(PostgresError(.closed).during(.pool)) + members.map(Action.close) + drainedIfSo()
    }

    private mutating func place(_ member: Member) -> [Action] {
        guard !isClosed else { return [.close(member)] + drainedIfSo() }
        guard !waiters.isEmpty else {
            idle.append(member)
            return []
        }
        lent += 1
        return [.lend(member, to: waiters.removeFirst().waiter)]
    }

    /// As many as there are waiters, within the bound; after a failure one at a time.
    private mutating func openIfNeeded() -> [Action] {
        guard !isClosed, !isPausing else { return [] }
        let room = connectionsMax - idle.count - lent - opening
        let wanted = min(waiters.count - opening, room, failures > 0 ? 1 - opening : .max)
        guard wanted > 0 else { return [] }
        opening += wanted
        return Array(repeating: .open, count: wanted)
    }

    private mutating func refuseAll(_ error: PostgresError) -> [Action] {
        defer { waiters = [] }
        return waiters.map { .refuse($0.waiter, error) }
    }

    private func drainedIfSo() -> [Action] { isClosed && lent == 0 && opening == 0 ? [.drained] : [] }
}

extension PostgresError {
    /// Whether the same attempt would fail again until somebody changes the configuration.
    fileprivate var isLasting: Bool {
        switch kind {
        case .authentication, .misuse: true
        default: false
        }
    }
}

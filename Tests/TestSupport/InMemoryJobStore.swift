package import Jobs
import Synchronization

/// A job store in memory with a clock that only the test moves; the model of what a real one must do.
package final class InMemoryJobStore: Sendable {
    private struct Row {
        let id: Int64
        let new: NewJob
        let createdAt: MachineTime
        var runAt: MachineTime
        var leaseUntil: MachineTime?
        var token: Int64 = 0
        var record = JobRecord(state: .ready, attempts: 0, errors: [])
    }

    private struct State {
        var now: MachineTime
        var rows: [Row] = []
        var ended: [String] = []
        var failure: (any Error)?
    }

    private let state: Mutex<State>

    /// An empty store whose machine clock stands at `now`.
    package init(now: MachineTime = .init(microseconds: 1_000_000_000_000)) {
        state = Mutex(State(now: now))
    }

    /// The port over this store.
    package var store: JobStore {
        JobStore(
            claim: { claim in try self.access { Self.claim(claim, &$0) } },
            heartbeat: { fences, lease in try self.access { Self.heartbeat(fences, lease, &$0) } },
            settle: { settlement, fence in try self.access { Self.settle(settlement, fence, &$0) } },
            nextDue: { kinds in try self.access { Self.nextDue(kinds, $0) } })
    }

    /// The store's machine clock.
    package var now: MachineTime { state.withLock(\.now) }

    /// Moves the store's clock forward.
    package func advance(by duration: Duration) { state.withLock { $0.now = $0.now + duration } }

    /// From now on every call of the port throws `failure`; nil heals the store.
    package func fail(with failure: (any Error)?) { state.withLock { $0.failure = failure } }

    /// Stores jobs; one whose kind and key exist already is left out.
    package func insert(_ jobs: [NewJob]) {
        state.withLock { state in
            for job in jobs
            where !state.rows.contains(where: { $0.new.kind == job.kind && $0.new.key == job.key }) {
                let runAt = job.runAt ?? state.now
                state.rows.append(
                    Row(id: Int64(state.rows.count + 1), new: job, createdAt: state.now, runAt: runAt))
            }
        }
    }

    /// What became of a job; nil when there is none.
    package func record(_ kind: Job.Kind, _ key: String) -> JobRecord? {
        state.withLock { $0.rows.first { $0.new.kind == kind && $0.new.key == key }?.record }
    }

    /// The keys of the jobs that are done or dead, in the order in which they ended.
    package var ended: [String] { state.withLock(\.ended) }

    /// How many jobs are in each state.
    package func counts() -> [Job.State: Int] {
        state.withLock { $0.rows.reduce(into: [:]) { $0[$1.record.state, default: 0] += 1 } }
    }

    private func access<Value: Sendable>(_ body: (inout State) throws -> Value) throws -> Value {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            return try body(&state)
        }
    }

    private static func claim(_ claim: JobStore.Claim, _ state: inout State) -> [Job] {
        let order = state.rows.indices.filter { isClaimable($0, claim.kinds, state) }
            .sorted { (state.rows[$0].runAt, state.rows[$0].id) < (state.rows[$1].runAt, state.rows[$1].id) }
        return order.prefix(claim.limit).map { index in
            state.rows[index].token += 1
            state.rows[index].record.attempts += 1
            state.rows[index].record.state = .running
            state.rows[index].leaseUntil = state.now + claim.lease
            return job(state.rows[index], now: state.now)
        }
    }

    private static func isClaimable(_ index: Int, _ kinds: Set<Job.Kind>, _ state: State) -> Bool {
        let row = state.rows[index]
        guard kinds.contains(row.new.kind), due(row) <= state.now else { return false }
        guard row.record.state == .ready || row.record.state == .running else { return false }
        guard let sequence = row.new.sequence else { return true }
        return !state.rows[..<index].contains { $0.new.sequence == sequence && isPending($0) }
    }

    private static func isPending(_ row: Row) -> Bool {
        row.record.state == .ready || row.record.state == .running
    }

    private static func due(_ row: Row) -> MachineTime { row.leaseUntil ?? row.runAt }

    private static func job(_ row: Row, now: MachineTime) -> Job {
        Job(
            kind: row.new.kind, key: row.new.key, sequence: row.new.sequence, attempt: row.record.attempts,
            attemptsMax: row.new.attemptsMax, createdAt: row.createdAt, runAt: row.runAt, claimedAt: now,
            payload: row.new.payload, fence: .init(job: .init("\(row.id)"), token: row.token))
    }

    private static func heartbeat(
        _ fences: [Job.Fence], _ lease: Duration, _ state: inout State
    ) -> Set<Job.Fence> {
        Set(
            fences.filter { fence in
                guard let index = held(fence, state) else { return false }
                state.rows[index].leaseUntil = state.now + lease
                return true
            })
    }

    /// A lease that ran out still holds until somebody else has claimed the job.
    private static func held(_ fence: Job.Fence, _ state: State) -> Int? {
        state.rows.firstIndex {
            "\($0.id)" == fence.job.text && $0.token == fence.token && $0.record.state == .running
        }
    }

    private static func settle(_ settlement: Settlement, _ fence: Job.Fence, _ state: inout State) -> Bool {
        guard let index = held(fence, state) else { return false }
        var row = state.rows[index]
        row.leaseUntil = nil
        row.record.state = .ready
        switch settlement {
        case .done: row.record.state = .done
        case .retry(let delay, let error):
            row.runAt = state.now + delay
            row.record.errors.append(error)
        case .snooze(let instant):
            row.runAt = instant
            row.record.attempts -= 1
        case .dead(let error):
            row.record.state = .dead
            row.record.errors.append(error)
        case .release:
            row.runAt = state.now
            row.record.attempts -= 1
        }
        state.rows[index] = row
        if row.record.state != .ready { state.ended.append(row.new.key) }
        return true
    }

    private static func nextDue(_ kinds: Set<Job.Kind>, _ state: State) -> Duration? {
        state.rows.indices.filter { index in
            var later = state
            later.now = MachineTime(microseconds: .max)
            return isClaimable(index, kinds, later)
        }
        .map { max(.zero, due(state.rows[$0]) - state.now) }.min()
    }
}

import Jobs
import TestSupport
import Testing

@Suite("The runner", .timeLimit(.minutes(1)))
struct RunnerTests {
    private let rig = Rig()
    private let started = Mark()
    private let settled = Mark()

    /// The store in memory, marking each settlement.
    private var store: JobStore {
        var store = rig.memory.store
        store.settle = { [settled, inner = store.settle] settlement, fence in
            let answer = try await inner(settlement, fence)
            settled.reach()
            return answer
        }
        return store
    }

    @Test("Every job is run once and done")
    func runsAll() async {
        for number in 0..<50 { rig.insert("\(number)") }
        let runner = rig.runner(store: store) { [started] _, _ in
            started.reach()
            return .done
        }
        await rig.running(runner) { await settled.reached(50) }
        #expect(rig.memory.counts() == [.done: 50])
        #expect(started.count == 50)
    }

    @Test("A resting runner is woken by a signal, and looks again within a second without one")
    func waking() async {
        let runner = rig.runner(store: store) { _, _ in .done }
        await rig.running(runner) {
            await rig.time.sleeper(of: .seconds(1))
            rig.insert("signalled")
            runner.wake()
            await settled.reached(1)
            await rig.time.sleeper(of: .seconds(1))
            rig.insert("unsaid")
            rig.time.advance(by: .seconds(1))
            await settled.reached(2)
        }
        #expect(rig.memory.counts() == [.done: 2])
    }

    @Test("No more attempts run at once than allowed")
    func concurrency() async {
        for number in 0..<6 { rig.insert("\(number)") }
        let (gate, running) = (Mark(), Mark())
        let runner = rig.runner(concurrency: 2, store: store) { [started] _, _ in
            started.reach()
            let mine = started.count
            await gate.reached((mine + 1) / 2)
            running.reach()
            return .done
        }
        await rig.running(runner) {
            await started.reached(2)
            #expect(rig.memory.counts() == [.running: 2, .ready: 4])
            for _ in 0..<6 { gate.reach() }
            await settled.reached(6)
        }
        #expect(rig.memory.counts() == [.done: 6])
    }

    @Test("What a worker throws is kept for each attempt, and the last attempt makes a dead letter")
    func errorsKept() async {
        rig.insert("a", attemptsMax: 3)
        let runner = rig.runner(store: store) { job, _ in throw Failure("no \(job.attempt)") }
        await rig.running(runner) {
            for number in 1...3 {
                await settled.reached(number)
                rig.memory.advance(by: .seconds(900))
                runner.wake()
            }
        }
        #expect(
            rig.record("a")
                == JobRecord(
                    state: .dead, attempts: 3, errors: ["no 1", "no 2", "gave up after 3 attempts: no 3"]))
    }

    @Test("A worker that overruns is stopped, and its job tried again later")
    func timeLimit() async {
        rig.insert("a")
        let runner = rig.runner(timeLimit: .seconds(7), store: store) { _, _ in
            try await Self.untilCancelled()
            return .done
        }
        await rig.running(runner) {
            await rig.time.sleeper(of: .seconds(7))
            rig.time.advance(by: .seconds(7))
            await settled.reached()
        }
        #expect(
            rig.record("a")
                == JobRecord(
                    state: .ready, attempts: 1, errors: ["stopped after its time limit of 7.0 seconds"]))
    }

    @Test("An effect that happened in spite of the time limit counts")
    func lateButDone() async {
        rig.insert("a")
        let runner = rig.runner(timeLimit: .seconds(7), store: store) { _, _ in
            try? await Self.untilCancelled()
            return .done
        }
        await rig.running(runner) {
            await rig.time.sleeper(of: .seconds(7))
            rig.time.advance(by: .seconds(7))
            await settled.reached()
        }
        #expect(rig.record("a")?.state == .done)
    }

    @Test("A job whose worker died in its last attempt is not run again")
    func poison() async {
        rig.insert("a", attemptsMax: 1)
        let claim = JobStore.Claim(kinds: [Rig.kind], limit: 1, lease: .seconds(8), runner: "killed")
        _ = try? await rig.memory.store.claim(claim)
        rig.memory.advance(by: .seconds(9))
        let runner = rig.runner(store: store) { [started] _, _ in
            started.reach()
            return .done
        }
        await rig.running(runner) { await settled.reached() }
        #expect(rig.record("a")?.errors == ["gave up: the worker did not survive attempt 1"])
        #expect(started.count == 0)
    }

    /// Returns only by throwing, when the task is cancelled.
    static func untilCancelled() async throws {
        let never = AsyncStream<Never> { _ in }
        for await _ in never {}
        throw CancellationError()
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
}

import Jobs
import Synchronization
import TestSupport
import Testing

@Suite("The runner when the world fails", .timeLimit(.minutes(1)))
struct RunnerFaultTests {
    private let rig = Rig()
    private let settled = Mark()

    private struct StoreDown: Error {}

    private var store: JobStore {
        var store = rig.memory.store
        store.settle = { [settled, inner = store.settle] settlement, fence in
            defer { settled.reach() }
            return try await inner(settlement, fence)
        }
        return store
    }

    @Test("A store that fails is waited for, longer each time, and served when it is back")
    func storeDown() async {
        rig.memory.fail(with: StoreDown())
        rig.insert("a")
        let runner = rig.runner(store: store) { _, _ in .done }
        await rig.running(runner) {
            for pause in [100, 200, 400, 800] {
                await rig.time.sleeper(of: .milliseconds(pause))
                rig.time.advance(by: .milliseconds(pause))
            }
            await rig.time.sleeper(of: .milliseconds(1600))
            rig.memory.fail(with: nil)
            rig.time.advance(by: .milliseconds(1600))
            await settled.reached()
        }
        #expect(rig.record("a")?.state == .done)
    }

    @Test("A job done while the store is away is settled when it is back, and not run again")
    func settledLater() async {
        rig.insert("a")
        let runs = Mark()
        let runner = rig.runner(store: store) { [rig] _, _ in
            rig.memory.fail(with: StoreDown())
            runs.reach()
            return .done
        }
        await rig.running(runner) {
            await settled.reached(1)
            rig.advance(by: .seconds(20))
            rig.memory.fail(with: nil)
            while rig.record("a")?.state != .done {
                rig.time.advance(by: .seconds(1))
                await Task.yield()
            }
        }
        #expect(rig.record("a") == JobRecord(state: .done, attempts: 1, errors: []))
        #expect(runs.count == 1)
    }

    @Test("A worker whose job was taken is told so, stopped, and cannot settle")
    func leaseLost() async throws {
        rig.insert("a")
        let (started, stopped) = (Mark(), Mark())
        let lost = Mutex<Bool?>(nil)
        let runner = rig.runner(store: store) { _, lease in
            started.reach()
            try? await RunnerTests.untilCancelled()
            lost.withLock { $0 = !lease.isHeld }
            stopped.reach()
            return .done
        }
        try await rig.running(runner) {
            await started.reached()
            rig.memory.advance(by: .seconds(9))
            let thief = JobStore.Claim(kinds: [Rig.kind], limit: 1, lease: .seconds(60), runner: "thief")
            let taken = try #require(try await rig.memory.store.claim(thief).first)
            await rig.time.sleeper(of: .seconds(2))
            rig.time.advance(by: .seconds(2))
            await stopped.reached()
            #expect(rig.record("a") == JobRecord(state: .running, attempts: 2, errors: []))
            #expect(try await rig.memory.store.settle(.done, taken.fence))
        }
        #expect(lost.withLock(\.self) == true)
    }

    @Test("A lease is held while it is renewed, and no longer once the process slept past it")
    func pausedProcess() async {
        rig.insert("a")
        let answers = Mutex<[Bool]>([])
        let (ask, asked) = (Mark(), Mark())
        let runner = rig.runner(store: store) { _, lease in
            for number in 1...3 {
                await ask.reached(number)
                answers.withLock { $0.append(lease.isHeld) }
                asked.reach()
            }
            return .done
        }
        await rig.running(runner) {
            ask.reach()
            await asked.reached(1)
            for _ in 0..<5 {
                await rig.time.sleeper(of: .seconds(2))
                rig.advance(by: .seconds(2))
            }
            await rig.time.sleeper(of: .seconds(2))
            ask.reach()
            await asked.reached(2)
            rig.memory.fail(with: StoreDown())
            rig.advance(by: .seconds(9))
            ask.reach()
            await asked.reached(3)
            rig.memory.fail(with: nil)
        }
        #expect(answers.withLock(\.self) == [true, true, false])
    }

    @Test("A shutdown lets the attempt under way end and claims nothing more")
    func graceful() async {
        rig.insert("a", "b")
        let (started, gate) = (Mark(), Mark())
        let runner = rig.runner(concurrency: 1, store: store) { _, _ in
            started.reach()
            await gate.reached()
            return .done
        }
        let task = Task { await runner.run() }
        await started.reached()
        runner.shutdown()
        gate.reach()
        await task.value
        #expect(rig.record("a")?.state == .done)
        #expect(rig.record("b") == JobRecord(state: .ready, attempts: 0, errors: []))
    }

    @Test("An attempt that outlasts the grace is stopped and its job handed back uncounted")
    func graceOver() async {
        rig.insert("a")
        let started = Mark()
        let runner = rig.runner(store: store) { _, _ in
            started.reach()
            try await RunnerTests.untilCancelled()
            return .done
        }
        let task = Task { await runner.run() }
        await started.reached()
        runner.shutdown()
        await rig.time.sleeper(of: .seconds(20))
        rig.time.advance(by: .seconds(20))
        await task.value
        #expect(rig.record("a") == JobRecord(state: .ready, attempts: 0, errors: []))
    }
}

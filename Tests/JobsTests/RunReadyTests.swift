import Jobs
import TestSupport
import Testing

@Suite("A runner that does what is ready and ends", .timeLimit(.minutes(1)))
struct RunReadyTests {
    private let rig = Rig()

    private struct StoreDown: Error {}

    @Test("It does what is ready, and what that makes ready, and counts what is tried again later")
    func all() async throws {
        rig.insert("mother", "clumsy", "plain")
        let runner = rig.runner(concurrency: 2) { [rig] job, _ in
            if job.key == "mother" { rig.insert("daughter") }
            return job.key == "clumsy" ? .retry(because: "not now") : .done
        }
        #expect(try await runner.runReady() == 1)
        #expect(rig.memory.counts() == [.done: 3, .ready: 1])
        #expect(try await runner.runReady() == 0, "what waits for a later try is left alone")
    }

    @Test("A worker that takes longer than a lease keeps its job")
    func slow() async throws {
        rig.insert("slow")
        let (started, gate) = (Mark(), Mark())
        let runner = rig.runner(timeLimit: .seconds(300)) { _, lease in
            started.reach()
            await gate.reached()
            return lease.isHeld ? .done : .abandon(because: "the lease ran out")
        }
        let ready = Task { try await runner.runReady() }
        await started.reached()
        for _ in 0..<10 {
            await rig.time.sleeper(of: .seconds(2))
            rig.advance(by: .seconds(2))
        }
        await rig.time.sleeper(of: .seconds(2))
        gate.reach()
        #expect(try await ready.value == 0)
        #expect(rig.record("slow") == JobRecord(state: .done, attempts: 1, errors: []))
    }

    @Test("A store that fails ends it with the store's own error")
    func storeDown() async {
        rig.memory.fail(with: StoreDown())
        let runner = rig.runner { _, _ in .done }
        await #expect(throws: StoreDown.self) { try await runner.runReady() }
    }

    @Test("A cancelled one hands back what it holds")
    func cancelled() async {
        rig.insert("a")
        let started = Mark()
        let runner = rig.runner { _, _ in
            started.reach()
            try await RunnerTests.untilCancelled()
            return .done
        }
        let ready = Task { try await runner.runReady() }
        await started.reached()
        ready.cancel()
        await #expect(throws: CancellationError.self) { try await ready.value }
        #expect(rig.record("a") == JobRecord(state: .ready, attempts: 0, errors: []))
    }
}

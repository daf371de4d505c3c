import Jobs
import Logging
import Synchronization
import TestSupport
import Testing

@Suite("Several runners on one store", .timeLimit(.minutes(2)))
struct TakeoverTests {
    @Test("A killed runner's job is another's within ten seconds, under a new fence")
    func killed() async {
        let rig = Rig()
        rig.insert("a")
        let started = Mark()
        let fences = Mutex<[Job.Fence]>([])
        let victim = rig.runner { _, lease in
            fences.withLock { $0.append(lease.fence) }
            started.reach()
            try await RunnerTests.untilCancelled()
            return .done
        }
        let doomed = Task { await victim.run() }
        await started.reached()
        let heir = Rig(memory: rig.memory)
        let done = Mark()
        let runner = heir.runner { _, lease in
            fences.withLock { $0.append(lease.fence) }
            done.reach()
            return .done
        }
        await heir.running(runner) {
            for _ in 0..<9 {
                await heir.time.sleeper(of: .seconds(1))
                heir.advance(by: .seconds(1))
            }
            await done.reached()
        }
        #expect(rig.record("a") == JobRecord(state: .done, attempts: 2, errors: []))
        #expect(fences.withLock { $0.count == 2 && $0[1].token > $0[0].token })
        doomed.cancel()
        await doomed.value
        #expect(rig.record("a")?.state == .done)
    }

    @Test("Whatever workers and store do, every job ends once, and sequences end in their order")
    func simulation() async {
        let world = World()
        let runners = (0..<3).map { world.runner("runner \($0)") }
        let runs = runners.map { runner in Task { await runner.run() } }
        await world.play(seconds: 4000)
        for (runner, run) in zip(runners, runs) {
            runner.shutdown()
            run.cancel()
            await run.value
        }
        let (counts, ends) = (world.memory.counts(), world.ends)
        let replay = Comment(rawValue: "\(JobsRandom.replay): \(counts)")
        #expect(counts[.done, default: 0] + counts[.dead, default: 0] == World.jobs, replay)
        #expect(ends.count == World.jobs && Set(ends).count == World.jobs, replay)
        for sequence in 0..<World.sequences {
            let mine = ends.filter { World.sequence(of: $0) == sequence }
            #expect(mine == mine.sorted() && !mine.isEmpty, replay)
        }
        #expect(world.runsAfterEnd == 0, replay)
        #expect(world.faults > 0, replay)
    }
}

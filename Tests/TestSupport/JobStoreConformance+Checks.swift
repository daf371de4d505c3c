import Jobs

extension JobStoreConformance {
    static var claiming: [Check] {
        [
            Check("A job is claimed once, as it was stored, and counted") { trial in
                try await trial.insert("a")
                let job = try await trial.claimOne()
                try trial.expect(job.key == "a" && job.kind == trial.kind, "another job was claimed")
                try trial.expect(job.payload == "{\"key\":\"a\"}", "the payload changed: \(job.payload)")
                try trial.expect(job.attempt == 1 && job.attemptsMax == 10, "attempts are wrong: \(job)")
                try trial.expect(job.claimedAt >= job.createdAt, "claimed before it was created")
                try await trial.expectKeys(trial.claim(), [])
                let record = try await trial.record("a")
                try trial.expect(record == .init(state: .running, attempts: 1, errors: []), "\(record)")
            },
            Check("The same key twice is one job") { trial in
                try await trial.insert("a", "b", "a")
                try await trial.expect(trial.claim().count == 2, "a key was stored twice")
            },
            Check("No more jobs than the limit are claimed, the earliest due first") { trial in
                let now = try await trial.storeTime()
                try await trial.insert("late", runAt: now + .seconds(-10))
                try await trial.insert("early", runAt: now + .seconds(-20))
                try await trial.insert("later", runAt: now + .seconds(-5))
                try await trial.expectKeys(trial.claim(2), ["early", "late"])
                try await trial.expectKeys(trial.claim(2), ["later"])
            },
            Check("A job is not claimed before its time, and only by those who serve its kind") { trial in
                let now = try await trial.storeTime()
                try await trial.insert("a", runAt: now + .seconds(100))
                try await trial.expectKeys(trial.claim(), [])
                let due = try await trial.harness.store.nextDue([trial.kind])
                try trial.expect(
                    due.map { $0 > .seconds(90) && $0 <= .seconds(100) } == true,
                    "due in \(String(describing: due))")
                try await trial.advance(.seconds(101))
                let other = JobStore.Claim(
                    kinds: ["conformance.none"], limit: 9, lease: .seconds(9), runner: "other")
                try await trial.expect(trial.harness.store.claim(other).isEmpty, "another kind was claimed")
                try await trial.expect(
                    trial.harness.store.nextDue([trial.kind]) == .zero, "due, but not said so")
                try await trial.expectKeys(trial.claim(), ["a"])
            },
            Check("Many runners at once never hold the same job") { trial in
                for number in 0..<40 { try await trial.insert("\(number)") }
                let claimed = try await withThrowingTaskGroup(of: [Job].self) { group in
                    for _ in 0..<8 { group.addTask { try await trial.claim(7) } }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                try trial.expect(Set(claimed.map(\.key)).count == claimed.count, "a job was claimed twice")
                let rest = try await trial.claim(100)
                try trial.expect(
                    claimed.count + rest.count == 40, "\(claimed.count) + \(rest.count) of 40 were claimed")
            },
        ]
    }

    static var leasing: [Check] {
        [
            Check("A lease that runs out lets another take the job, under a new fence") { trial in
                try await trial.insert("a")
                let first = try await trial.claimOne()
                try await trial.advance(.seconds(59))
                try await trial.expectKeys(trial.claim(), [])
                try await trial.advance(.seconds(2))
                let second = try await trial.claimOne()
                try trial.expect(second.fence.token > first.fence.token, "the token did not rise")
                try trial.expect(second.attempt == 2, "the lost attempt was not counted")
            },
            Check("A renewed lease keeps the job") { trial in
                try await trial.insert("a")
                let job = try await trial.claimOne()
                try await trial.advance(.seconds(50))
                let held = try await trial.harness.store.heartbeat([job.fence], JobStoreTrial.lease)
                try trial.expect(held == [job.fence], "the lease was not renewed")
                try await trial.advance(.seconds(50))
                try await trial.expectKeys(trial.claim(), [])
            },
            Check("Who lost the job can neither renew nor settle, and changes nothing") { trial in
                try await trial.insert("a")
                let first = try await trial.claimOne()
                try await trial.advance(.seconds(61))
                let second = try await trial.claimOne()
                let held = try await trial.harness.store.heartbeat(
                    [first.fence, second.fence], JobStoreTrial.lease)
                try trial.expect(held == [second.fence], "an old fence was renewed")
                for settlement in Self.everySettlement {
                    try await trial.expect(
                        !trial.settle(settlement, first), "\(settlement) passed an old fence")
                }
                let record = try await trial.record("a")
                try trial.expect(record == .init(state: .running, attempts: 2, errors: []), "\(record)")
                try await trial.expect(trial.settle(.done, second), "the holder was turned away")
            },
            Check("A lease that ran out unseen still settles") { trial in
                try await trial.insert("a")
                let job = try await trial.claimOne()
                try await trial.advance(.seconds(61))
                try await trial.expect(
                    trial.settle(.done, job), "turned away, though nobody had taken the job")
                try await trial.expect(trial.record("a").state == .done, "not done")
            },
        ]
    }

    private static let everySettlement: [Settlement] = [
        .done, .retry(after: .zero, error: "late"), .snooze(until: .init(microseconds: 0)),
        .dead(error: "late"),
        .release,
    ]
}

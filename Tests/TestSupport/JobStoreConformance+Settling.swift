import Jobs

extension JobStoreConformance {
    static var settling: [Check] {
        [
            Check("A job that is done never runs again, and is settled once") { trial in
                try await trial.insert("a")
                let job = try await trial.claimOne()
                try await trial.expect(trial.settle(.done, job), "turned away")
                try await trial.expect(!trial.settle(.done, job), "settled twice")
                try await trial.advance(.seconds(1_000_000))
                try await trial.expectKeys(trial.claim(), [])
                try await trial.expect(trial.harness.store.nextDue([trial.kind]) == nil, "still due")
                try await trial.insert("a")
                try await trial.expectKeys(trial.claim(), [])
            },
            Check("A retry comes back after its delay, and every error is kept") { trial in
                try await trial.insert("a")
                for number in 1...3 {
                    let job = try await trial.claimOne()
                    try trial.expect(job.attempt == number, "attempt \(job.attempt), not \(number)")
                    try await trial.expect(
                        trial.settle(.retry(after: .seconds(30), error: "no \(number)"), job), "turned away")
                    try await trial.advance(.seconds(28))
                    try await trial.expectKeys(trial.claim(), [])
                    try await trial.advance(.seconds(3))
                }
                let record = try await trial.record("a")
                try trial.expect(
                    record == .init(state: .ready, attempts: 3, errors: ["no 1", "no 2", "no 3"]), "\(record)"
                )
            },
            Check("A snooze comes back at its instant and counts no attempt") { trial in
                let now = try await trial.storeTime()
                try await trial.insert("a")
                let job = try await trial.claimOne()
                try await trial.expect(trial.settle(.snooze(until: now + .seconds(300)), job), "turned away")
                try await trial.advance(.seconds(200))
                try await trial.expectKeys(trial.claim(), [])
                try await trial.advance(.seconds(101))
                try await trial.expect(trial.claimOne().attempt == 1, "the snooze was counted")
            },
            Check("A job handed back can be claimed at once, and the attempt is not counted") { trial in
                try await trial.insert("a")
                try await trial.expect(trial.settle(.release, try trial.claimOne()), "turned away")
                let again = try await trial.claimOne()
                try trial.expect(again.attempt == 1, "the release was counted")
            },
            Check("A dead job stays, with its reason, and is not claimed") { trial in
                try await trial.insert("a")
                try await trial.expect(
                    trial.settle(.dead(error: "550 no"), try trial.claimOne()), "turned away")
                try await trial.advance(.seconds(1_000_000))
                try await trial.expectKeys(trial.claim(), [])
                let record = try await trial.record("a")
                try trial.expect(record == .init(state: .dead, attempts: 1, errors: ["550 no"]), "\(record)")
            },
        ]
    }

    static var sequences: [Check] {
        [
            Check("Jobs of one sequence run one at a time in their order; others do not wait for them") {
                trial in
                try await trial.insert("1", "2", "3", sequence: "s")
                try await trial.insert("x", sequence: "t")
                let both = try await trial.claim()
                try trial.expect(Set(both.map(\.key)) == ["1", "x"], "claimed \(both.map(\.key))")
                guard let first = both.first(where: { $0.key == "1" }) else { return }
                try await trial.expectKeys(trial.claim(), [])
                try await trial.expect(
                    trial.settle(.retry(after: .seconds(30), error: "no"), first), "turned away")
                try await trial.expectKeys(trial.claim(), [])
                try await trial.advance(.seconds(31))
                try await trial.expect(trial.settle(.done, trial.expectingOnly("1")), "turned away")
                try await trial.expect(
                    trial.settle(.dead(error: "no"), trial.expectingOnly("2")), "turned away")
                _ = try await trial.expectingOnly("3")
            }
        ]
    }
}

extension JobStoreTrial {
    /// Claims all there is and checks that it is this one job.
    func expectingOnly(_ key: String) async throws -> Job {
        let jobs = try await claim()
        try expectKeys(jobs, [key])
        return jobs[0]
    }

    /// The store's clock, as a claim tells it.
    func storeTime() async throws -> MachineTime {
        let clock = JobStoreTrial(harness: harness, kind: .init("\(kind).clock"))
        try await clock.insert("clock")
        return try await clock.claimOne().claimedAt
    }
}

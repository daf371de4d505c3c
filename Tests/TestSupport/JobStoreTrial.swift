import Jobs

/// One check's view of the store: its own kind of job, leases of a minute.
struct JobStoreTrial: Sendable {
    let harness: JobStoreHarness
    let kind: Job.Kind
    static let lease = Duration.seconds(60)

    func insert(_ keys: String..., runAt: MachineTime? = nil, sequence: String? = nil) async throws {
        for key in keys {
            let job = NewJob(
                kind: kind, key: key, sequence: sequence.map { "\(kind).\($0)" }, runAt: runAt,
                payload: "{\"key\":\"\(key)\"}")
            try await harness.insert([job])
        }
    }

    func claim(_ limit: Int = 10) async throws -> [Job] {
        try await harness.store.claim(
            .init(kinds: [kind], limit: limit, lease: Self.lease, runner: "conformance"))
    }

    func claimOne() async throws -> Job {
        let jobs = try await claim(1)
        try expect(jobs.count == 1, "one job should have been claimed, not \(jobs.count)")
        return jobs[0]
    }

    func settle(_ settlement: Settlement, _ job: Job) async throws -> Bool {
        try await harness.store.settle(settlement, job.fence)
    }

    func advance(_ duration: Duration) async throws { try await harness.advance(kind, duration) }

    func record(_ key: String) async throws -> JobRecord {
        guard let record = try await harness.record(kind, key) else {
            throw JobStoreConformance.Violation(description: "job \(key) is not there")
        }
        return record
    }

    func expect(_ holds: Bool, _ words: @autoclosure () -> String) throws {
        guard holds else { throw JobStoreConformance.Violation(description: words()) }
    }

    func expectKeys(_ jobs: [Job], _ keys: [String]) throws {
        try expect(jobs.map(\.key) == keys, "claimed \(jobs.map(\.key)) where \(keys) was expected")
    }
}

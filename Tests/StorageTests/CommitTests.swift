import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Recording decisions")
struct CommitTests {
    @Test("A new agreement is stored as it was decided, and read back the same")
    func roundTrip() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            let snapshot = try await world.agreements.snapshot(
                SnapshotQuery(agreement: draft.decision.agreement.id, people: [world.anna]))
            #expect(snapshot.agreement == draft.decision.agreement)
            #expect(snapshot.facts.now == World.start)
            #expect(snapshot.facts.organisations.keys.sorted() == ["inserm", "snu"])
            #expect(snapshot.directory.contacts[world.anna]?.email == "anna@lab.example")
            #expect(snapshot.authority == [world.anna: 1])
        }
    }

    @Test("A text that cannot be stored names nothing; the other texts still name what they name")
    func unstorable() async throws {
        try await World.with { world in
            var query = SnapshotQuery(agreement: Agreement.ID(UUID()))
            query.organisations = ["snu", "snu\0", "\0"]
            let snapshot = try await world.agreements.snapshot(query)
            #expect(
                snapshot.facts.organisations.keys.sorted() == ["inserm", "snu"],
                "The institution is always told.")
        }
    }

    @Test("Of fifty conflicting decisions one is recorded, the others are stale")
    func oneWinner() async throws {
        try await World.with { world in
            let first = Draft()
            #expect(try await world.agreements.commit([first.commit]) == [.committed])
            let outcomes = try await withThrowingTaskGroup(of: CommitOutcome?.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        var draft = Draft(on: first.decision.agreement)
                        draft.record("act \(number)", [])
                        return try await world.agreements.commit([draft.commit]).first
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == .committed }.count == 1)
            #expect(outcomes.filter { $0 == .stale }.count == 49)
        }
    }

    @Test("Two beginnings of one agreement give one agreement")
    func oneBeginning() async throws {
        try await World.with { world in
            let id = Agreement.ID(UUID())
            let outcomes = try await withThrowingTaskGroup(of: CommitOutcome?.self) { group in
                for _ in 0..<10 {
                    group.addTask { try await world.agreements.commit([Draft(new: id).commit]).first }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == .committed }.count == 1)
            #expect(outcomes.filter { $0 == .stale }.count == 9)
        }
    }

    @Test("A request that comes again gets its first answer; the same id for something else is refused")
    func idempotent() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.request = RequestKey(actor: world.anna.description, id: "r1", fingerprint: "one")
            let commit = draft.commit
            let answer = try #require(commit.answer)
            #expect(try await world.agreements.commit([commit]) == [.committed])
            #expect(try await world.agreements.commit([commit]) == [.answered(answer)])
            let snapshot = try await world.agreements.snapshot(
                SnapshotQuery(agreement: commit.decision.agreement.id, request: commit.request))
            #expect(snapshot.answer == answer)
            var other = Draft()
            other.request = RequestKey(actor: world.anna.description, id: "r1", fingerprint: "two")
            #expect(try await world.agreements.commit([other.commit]) == [.requestIDReused])
            #expect(try await world.pool.value(Int.self, "SELECT count(*) FROM audit_v1.event") == 1)
        }
    }

    @Test("Twenty arrivals of one request at once have one effect")
    func concurrentRequest() async throws {
        try await World.with { world in
            let outcomes = try await withThrowingTaskGroup(of: CommitOutcome?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        var draft = Draft()
                        draft.request = RequestKey(actor: "system:test", id: "r", fingerprint: "f")
                        return try await world.agreements.commit([draft.commit]).first
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == .committed }.count == 1)
            let answered = outcomes.filter { if case .answered = $0 { true } else { false } }
            #expect(answered.count == 19 && Set(answered).count == 1)
            #expect(try await world.pool.value(Int.self, "SELECT count(*) FROM audit_v1.agreement") == 1)
        }
    }

    @Test("A stale commit of a batch leaves the others of the batch alone")
    func batch() async throws {
        try await World.with { world in
            let first = Draft()
            #expect(try await world.agreements.commit([first.commit]) == [.committed])
            let (second, third) = (Draft(), Draft())
            var stale = Draft(on: first.decision.agreement)
            stale.record("act", [])
            stale.authority = [world.anna: 99]
            let outcomes = try await world.agreements.commit([second.commit, stale.commit, third.commit])
            #expect(outcomes == [.committed, .stale, .committed])
        }
    }

    @Test("A number that another took meanwhile makes the decision stale")
    func numbers() async throws {
        try await World.with { world in
            var one = Draft(reference: "LIA-2017-001")
            one.decision.numbers = [.init(series: "LIA-2017", number: 1)]
            var two = Draft(reference: "LIA-2017-001")
            two.decision.numbers = [.init(series: "LIA-2017", number: 1)]
            let outcomes = try await world.agreements.commit([one.commit, two.commit])
            #expect(Set(outcomes) == [.committed, .stale])
            let next = try await world.agreements.snapshot(SnapshotQuery(agreement: Agreement.ID(UUID())))
            #expect(next.facts.counters == ["LIA-2017": 1])
        }
    }

    @Test("A change of a person's rights makes decisions on the earlier ones stale")
    func authority() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.authority = [world.anna: 1]
            _ = try await world.grant("DG", to: world.anna)
            #expect(try await world.agreements.commit([draft.commit]) == [.stale])
            draft.authority = [world.anna: 2]
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
        }
    }

    @Test("What asks for a step is withdrawn when the step ends before it is sent; other notices stay")
    func withdrawn() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N02", to: world.anna, occurrence: "-P14D@2016-06-15")
            draft.owe("N04", to: world.anna)
            draft.owe("N20", to: world.anna, asksForStep: true)
            #expect(try await world.agreements.commit([draft.commit]) == [.committed])
            var end = Draft(on: draft.decision.agreement)
            end.record("submit", draft.decision.agreement.tasks.map { .taskClosed(task: $0.id) })
            #expect(try await world.agreements.commit([end.commit]) == [.committed])
            let rows = try await world.pool.query(
                """
                SELECT n.notice, n.status, j.state, j.last_error IS NOT NULL AS reason
                FROM entente.notice n JOIN entente.job j ON j.key = n.id::text ORDER BY 1
                """)
            let states = try rows.map { [try $0["notice"], try $0["status"], try $0["state"]] as [String] }
            #expect(
                states == [
                    ["N02", "withdrawn", "cancelled"], ["N04", "owed", "ready"],
                    ["N20", "withdrawn", "cancelled"],
                ])
            #expect(try rows.values(Bool.self, "reason") == [true, false, true])
        }
    }

    @Test(
        "An event that lies ahead of legal time, or off the chain, is refused as a whole",
        arguments: [true, false])
    func refused(ahead: Bool) async throws {
        try await World.with { world in
            var draft = Draft(at: ahead ? World.start.adding(milliseconds: 1) : World.start)
            if !ahead { draft.decision.events[0].previousHash = String(repeating: "0", count: 64) }
            let commit = draft.commit
            await #expect(throws: PostgresError.self) { try await world.agreements.commit([commit]) }
            let count = try await world.pool.value(Int.self, "SELECT count(*) FROM audit_v1.agreement")
            #expect(count == 0)
        }
    }

    @Test("Timers that are due are found, the oldest agreement first")
    func due() async throws {
        try await World.with { world in
            let draft = Draft()
            _ = try await world.agreements.commit([draft.commit])
            let due = World.start.adding(milliseconds: 86_400_000)
            #expect(try await world.clock.show().nextDue == due)
            #expect(try await world.agreements.due(at: due.adding(milliseconds: -1), limit: 10) == [])
            #expect(try await world.agreements.due(at: due, limit: 10) == [draft.decision.agreement.id])
            var served = Draft(on: draft.decision.agreement)
            served.record(
                "late", draft.decision.agreement.timers.map { .timerClosed(timer: $0.id, fired: true) })
            _ = try await world.agreements.commit([served.commit])
            #expect(try await world.agreements.due(at: due, limit: 10) == [])
        }
    }
}

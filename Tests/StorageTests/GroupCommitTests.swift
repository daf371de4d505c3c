import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Group commit")
struct GroupCommitTests {
    @Test("Decisions that arrive together share transactions, and each gets its own outcome")
    func shared() async throws {
        try await World.with { world in
            let committer = GroupCommitter(world.agreements, batchMax: 64)
            let outcomes = try await withThrowingTaskGroup(of: [CommitOutcome].self) { group in
                for _ in 0..<200 { group.addTask { try await committer.commit([Draft().commit]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(outcomes.count == 200 && outcomes.allSatisfy { $0 == .committed })
            let transactions = try await world.pool.value(
                Int.self, "SELECT count(DISTINCT xid) FROM audit_v1.event")
            #expect(transactions < 200)
            #expect(await committer.batchCount == transactions)
        }
    }

    @Test("A decision that cannot be stored does not take the others of its batch with it")
    func culprit() async throws {
        try await World.with { world in
            let committer = GroupCommitter(world.agreements)
            let outcomes = await withTaskGroup(of: [CommitOutcome]?.self) { group in
                for number in 0..<20 {
                    let instant = number == 7 ? World.start.adding(milliseconds: 60_000) : World.start
                    group.addTask { try? await committer.commit([Draft(at: instant).commit]) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == [.committed] }.count == 19)
            #expect(outcomes.filter { $0 == nil }.count == 1)
        }
    }
}

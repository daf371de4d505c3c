import Agreements
import Engine
import Foundation
import Jobs
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Notices in PostgreSQL")
struct NoticeTests {
    private static func verdict(_ address: String, _ outcome: NoticeVerdict.Outcome) -> NoticeVerdict {
        NoticeVerdict(address: address, outcome: outcome, reply: "250 ok")
    }

    @Test("A notice is read back as it was composed, with the legal instant of its event")
    func roundTrip() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            _ = try await world.agreements.commit([draft.commit])
            let composed = try #require(draft.notices.first)
            try await world.asRole("entente_worker") { pool in
                let stored = try #require(try await NoticeStore(pool).load(composed.id))
                #expect(stored.messageID == composed.messageID && stored.to == composed.to)
                #expect(stored.createdAt == World.start && stored.verdicts == [] && !stored.withdrawn)
                let none = try await NoticeStore(pool).load(UUID())
                #expect(none == nil)
            }
        }
    }

    @Test(
        "What becomes of a notice is what becomes of its recipient; the copy never fails it",
        arguments: [
            ([NoticeVerdict.Outcome.accepted, .permanent], "accepted"), ([.permanent, .accepted], "bounced"),
            ([.transient, .accepted], "owed"), ([.withheld, .withheld], "owed"),
        ])
    func verdicts(outcomes: [NoticeVerdict.Outcome], status: String) async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            _ = try await world.agreements.commit([draft.commit])
            let id = try #require(draft.notices.first?.id)
            let store = NoticeStore(world.pool)
            try await store.record(
                id,
                [
                    Self.verdict("anna@lab.example", outcomes[0]),
                    Self.verdict("contact@entente.example", outcomes[1]),
                ])
            let row = try #require(try await Catalogue(world.pool).notices().first)
            #expect(row.status == status && row.verdicts.map(\.outcome) == outcomes)
            #expect(row.jobState == "ready")
        }
    }

    @Test("A mail is found by a part of its recipient's name or address, by those only who may see its file")
    func recipients() async throws {
        try await World.with { world in
            var draft = Draft(reference: "LIA-2016-001")
            draft.owe("N04", to: world.anna)
            _ = try await world.agreements.commit([draft.commit])
            _ = try await world.grant("INT", to: world.bruno)
            try await world.asRole("entente_app") { (pool) async throws in
                let office = Catalogue(pool, sight: .person(world.bruno))
                let stranger = Catalogue(pool, sight: .person(world.anna))
                for (text, count) in [("ANNA@LAB", 1), ("nna b", 1), ("_", 0), ("nobody", 0)] {
                    var filter = NoticeFilter()
                    filter.recipient = text
                    #expect(try await office.count(of: filter) == count, "\(text)")
                    #expect(try await office.notices(filter, offset: 0, limit: 9).count == count, "\(text)")
                    #expect(try await stranger.count(of: filter) == 0, "\(text)")
                }
            }
        }
    }

    @Test("An address that was accepted stays accepted")
    func accepted() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            _ = try await world.agreements.commit([draft.commit])
            let id = try #require(draft.notices.first?.id)
            let store = NoticeStore(world.pool)
            try await store.record(id, [Self.verdict("anna@lab.example", .accepted)])
            try await store.record(id, [Self.verdict("anna@lab.example", .transient)])
            #expect(try await store.load(id)?.verdicts.map(\.outcome) == [.accepted])
        }
    }

    @Test("A job that holds a notice learns that its step ended; one that somebody may have received stays")
    func stepEnds() async throws {
        try await World.with { world in
            var draft = Draft()
            for notice in ["N20", "N21"] { draft.owe(notice, to: world.anna, asksForStep: true) }
            _ = try await world.agreements.commit([draft.commit])
            let jobs = try await PostgresJobStore(world.pool).port.claim(
                .init(kinds: ["mail"], limit: 2, lease: .seconds(60), runner: "test"))
            #expect(jobs.count == 2)
            let (held, sent) = (draft.notices[0].id, draft.notices[1].id)
            try await NoticeStore(world.pool).record(sent, [Self.verdict("anna@lab.example", .unknown)])
            var end = Draft(on: draft.decision.agreement)
            end.record("recall", draft.decision.agreement.tasks.map { .taskClosed(task: $0.id) })
            _ = try await world.agreements.commit([end.commit])
            try await world.asRole("entente_worker") { pool in
                let store = NoticeStore(pool)
                #expect(try await store.load(held)?.withdrawn == true)
                #expect(try await store.load(sent)?.withdrawn == false)
                for id in [held, sent] { try await store.withdraw(id) }
            }
            let statuses = try await Catalogue(world.pool).notices().map { "\($0.notice) \($0.status)" }
            #expect(statuses.sorted() == ["N20 withdrawn", "N21 sent"])
        }
    }

    @Test("The same notice twice is refused by the database")
    func once() async throws {
        try await World.with { world in
            var draft = Draft()
            draft.owe("N04", to: world.anna)
            draft.owe("N04", to: world.anna)
            let commit = draft.commit
            let error = await #expect(throws: PostgresError.self) {
                try await world.agreements.commit([commit])
            }
            #expect(error?.constraint == "notice_once")
        }
    }
}

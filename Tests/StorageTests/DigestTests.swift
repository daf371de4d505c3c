import Agreements
import Engine
import Foundation
import Jobs
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Digests in PostgreSQL")
struct DigestTests {
    private static func digest(_ person: Person.ID, _ day: Day) -> ComposedDigest {
        let id = UUID()
        return ComposedDigest(
            id: id, person: person, day: day, kind: .steps, messageID: "<\(id)@entente.example>",
            name: "Anna Berg", address: "anna@lab.example", subject: "Votre récapitulatif", text: "1. Visa",
            html: "<p>1. Visa</p>", language: "fr", createdAt: Zone.paris.instant(day, at: .reminders))
    }

    private static func state(_ world: World, _ digest: ComposedDigest) async throws -> [String?] {
        let rows = try await DigestStore(world.pool).list()
        return rows.first { $0.id == digest.id }.map { [$0.status, $0.jobState] } ?? []
    }

    @Test("A digest is read back as it was composed, as a notice of no agreement")
    func roundTrip() async throws {
        try await World.with { world in
            let digest = Self.digest(world.anna, "2016-01-05")
            try await world.asRole("entente_worker") { pool in
                let store = DigestStore(pool)
                try await store.insert([digest])
                let stored = try #require(try await store.load(digest.id))
                #expect(stored.messageID == digest.messageID && stored.to.email == digest.address)
                #expect(stored.text == digest.text && stored.createdAt == digest.createdAt)
                #expect(stored.agreement == nil && stored.copy == nil && stored.notice == "digest")
            }
            #expect(try await Self.state(world, digest) == ["owed", "ready"])
        }
    }

    @Test("A person is owed one a day: what is composed again is not stored")
    func once() async throws {
        try await World.with { world in
            let store = DigestStore(world.pool)
            let first = Self.digest(world.anna, "2016-01-05")
            try await store.insert([first])
            try await store.insert([
                Self.digest(world.anna, "2016-01-05"), Self.digest(world.bruno, "2016-01-05"),
            ])
            let rows = try await store.list(day: "2016-01-05")
            #expect(Set(rows.map(\.person)) == [world.anna, world.bruno] && rows.count == 2)
            #expect(rows.contains { $0.id == first.id })
            #expect(try await store.list(of: world.anna).map(\.id) == [first.id])
            let jobs = try await Catalogue(world.pool).jobs(kind: DigestStore.mailKind)
            #expect(jobs.count == 2)
        }
    }

    @Test("A later day's withdraws what has not left, of the same person only")
    func withdrawn() async throws {
        try await World.with { world in
            let (old, other) = (Self.digest(world.anna, "2016-01-05"), Self.digest(world.bruno, "2016-01-05"))
            let new = Self.digest(world.anna, "2016-01-06")
            try await world.asRole("entente_worker") { pool in
                let store = DigestStore(pool)
                try await store.insert([old, other])
                #expect(try await store.load(old.id)?.withdrawn == false)
                try await store.insert([new])
                for digest in [other, new] { #expect(try await store.load(digest.id)?.withdrawn == false) }
                #expect(try await store.load(old.id)?.withdrawn == true)
                try await store.book.withdraw(old.id)
            }
            #expect(try await Self.state(world, old).first == "withdrawn")
        }
    }

    @Test("One that may have arrived is not withdrawn by a later one")
    func sent() async throws {
        try await World.with { world in
            let store = DigestStore(world.pool)
            let old = Self.digest(world.anna, "2016-01-05")
            try await store.insert([old])
            try await store.book.record(
                old.id, [NoticeVerdict(address: old.address, outcome: .unknown, reply: "")])
            try await store.insert([Self.digest(world.anna, "2016-01-06")])
            #expect(try await store.load(old.id)?.withdrawn == false)
            try await store.book.withdraw(old.id)
            #expect(try await Self.state(world, old).first == "sent")
        }
    }

    @Test("One that was refused is told of until a later one arrives, and can be sent again")
    func undelivered() async throws {
        try await World.with { world in
            let store = DigestStore(world.pool)
            let digest = Self.digest(world.anna, "2016-01-05")
            try await store.insert([digest])
            let refused = NoticeVerdict(address: digest.address, outcome: .permanent, reply: "550 no")
            try await store.book.record(digest.id, [refused])
            #expect(try await store.list(undeliveredSince: "2016-01-01").map(\.id) == [digest.id])
            #expect(try await store.list(undeliveredSince: "2016-01-06").isEmpty)
            let later = Self.digest(world.anna, "2016-01-06")
            try await store.insert([later])
            let accepted = NoticeVerdict(address: later.address, outcome: .accepted, reply: "250 ok")
            try await store.book.record(later.id, [accepted])
            #expect(try await store.list(undeliveredSince: "2016-01-01").isEmpty)

            try await world.pool.execute(
                """
                UPDATE entente.job SET state = 'dead', done_at = clock_timestamp(), last_error = '550'
                WHERE key = \(digest.id.uuidString.lowercased())
                """)
            let job = try #require(
                try await Catalogue(world.pool).jobs(state: "dead", kind: DigestStore.mailKind).first)
            #expect(try await PostgresJobStore(world.pool).redrive(Job.ID("\(job.id)")))
            #expect(try await Self.state(world, digest) == ["owed", "ready"])
        }
    }

    @Test("The role that reads for pages reads no digest, even where it is given the right by mistake")
    func closed() async throws {
        try await World.with { world in
            try await DigestStore(world.pool).insert([Self.digest(world.anna, "2016-01-05")])
            try await world.asRole("entente_app") { pool in
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.query("SELECT id FROM entente.digest")
                }
                #expect(error?.kind == .insufficientPrivilege)
            }
            try await world.pool.execute("GRANT SELECT ON entente.digest TO entente_app")
            try await world.asRole("entente_app") { pool in
                let count = try await pool.value(Int.self, "SELECT count(*) FROM entente.digest")
                #expect(count == 0)
            }
        }
    }
}

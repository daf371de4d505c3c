import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("The register")
struct RegisterTests {
    @Test("A change is one event of its own chain, and raises the authority of the people concerned")
    func change() async throws {
        try await World.with { world in
            let grant = try await world.grant("DG", to: world.anna)
            let delegation = Delegation(
                id: Delegation.ID(UUID()), grantor: world.anna, grantee: world.bruno, role: "DG",
                scope: .everything,
                from: World.start)
            try await world.change(.delegated(delegation: delegation))
            try await world.change(.delegationRevoked(delegation: delegation.id, at: World.start))
            try await world.change(.grantEnded(grant: grant.id, until: World.start))
            let snapshot = try await world.agreements.snapshot(
                SnapshotQuery(agreement: Agreement.ID(UUID()), people: [world.anna, world.bruno]))
            #expect(snapshot.authority == [world.anna: 5, world.bruno: 3])
            #expect(snapshot.facts.grants.first?.until == World.start)
            #expect(snapshot.facts.delegations.first?.revokedAt == World.start)
            #expect(try await Catalogue(world.pool).history(of: "register").count == 9)
        }
    }

    @Test("An organisation is entered without a city, gets one, and the audit agrees")
    func city() async throws {
        try await World.with { world in
            var party = World.partner
            #expect(try await Catalogue(world.pool).organisations().contains(party))
            party.city = "Séoul"
            try await world.change(.organisationAdded(organisation: party))
            let parties = try await Catalogue(world.pool).organisations()
            #expect(parties.contains(party) && !parties.contains(World.partner))
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
        }
    }

    @Test("A request that comes again gets its first answer; the same id for something else is a fault")
    func idempotent() async throws {
        try await World.with { world in
            let grant = Grant(
                id: Grant.ID(UUID()), person: world.anna, role: "DG", scope: .everything, from: World.start)
            let first = try await world.change(.granted(grant: grant), request: "r1")
            #expect(try await world.change(.granted(grant: grant), request: "r1") == first)
            await #expect(throws: StorageFault.requestIDReused) {
                try await world.change(.personDisabled(person: world.anna), request: "r1")
            }
        }
    }

    @Test("A call has a chain of its own; an extension moves its closing")
    func calls() async throws {
        try await World.with { world in
            let call = Call(
                id: Call.ID(UUID()), instruments: ["LIA"], year: 2016, opensAt: World.start,
                closesAt: "2016-06-15T15:00:00.000Z")
            #expect(try await world.change(.callOpened(call: call)).seq == 1)
            let later: Instant = "2016-06-30T15:00:00.000Z"
            #expect(try await world.change(.callExtended(call: call.id, closesAt: later)).seq == 2)
            let stored = try #require(try await Catalogue(world.pool).calls().first)
            #expect(stored.closesAt == later && stored.seq == 2 && stored.instruments == ["LIA"])
            await #expect(throws: StorageFault.noSuch("call")) {
                try await world.change(.callExtended(call: Call.ID(UUID()), closesAt: later))
            }
        }
    }

    @Test("The rules decide on facts that were read under the lock; a refusal records nothing")
    func refusal() async throws {
        try await World.with { world in
            let grant = Grant(
                id: Grant.ID(UUID()), person: world.anna, role: "DG", scope: .everything, from: World.start)
            let command = RegisterCommand(
                requestID: "r", actor: world.bruno, channel: .commandLine, change: .granted(grant: grant))
            await #expect(throws: Refusal.self) { try await world.register.apply(command) }
            #expect(try await Catalogue(world.pool).grants().isEmpty)
            _ = try await world.grant("ADM", to: world.bruno)
            try await world.register.apply(command)
            #expect(try await Catalogue(world.pool).grants(of: world.anna) == [grant])
        }
    }

    @Test("Simulated time moves forward only; the clock of a real database does not move")
    func clock() async throws {
        try await World.with { world in
            let later = World.start.adding(milliseconds: 1_000)
            try await world.clock.advance(to: later)
            #expect(try await world.clock.show() == LegalTime(now: later, isSimulated: true, nextDue: nil))
            await #expect(throws: StorageFault.clockGoesBack) {
                try await world.clock.advance(to: World.start)
            }
        }
        try await StorageFixture.withDatabase { database in
            let pool = Pool(database)
            try await InstitutionStore(pool).create(
                Institution(
                    id: "real", name: "Institut", contact: "contact@entente.example", simulated: false))
            await #expect(throws: StorageFault.clockIsReal) {
                try await LegalClock(pool).advance(to: World.start)
            }
            await #expect(throws: PostgresError.self) {
                try await pool.execute("INSERT INTO entente.clock (at) VALUES (\(World.start))")
            }
            await #expect(throws: PostgresError.self) {
                try await pool.execute("UPDATE entente.institution SET simulated = true")
            }
            await pool.shutdown()
        }
    }
}

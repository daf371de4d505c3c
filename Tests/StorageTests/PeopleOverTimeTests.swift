import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Absences and mergers, stored")
struct PeopleOverTimeTests {
    static let day = Zone.paris.day(of: World.start)

    @Test("An absence is in the facts of a decision until it is ended, and raises the person's authority")
    func absence() async throws {
        try await World.with { world in
            _ = try await world.grant("DG", to: world.anna)
            let absence = Absence(
                id: Absence.ID(UUID()), person: world.anna, from: Self.day, until: Self.day.adding(days: 9))
            try await world.change(.absenceSet(absence: absence))
            let query = SnapshotQuery(agreement: Agreement.ID(UUID()), people: [world.anna])
            let snapshot = try await world.agreements.snapshot(query)
            #expect(snapshot.facts.absences == [absence])
            #expect(snapshot.authority == [world.anna: 3])
            try await world.change(
                .absenceEnded(absence: absence.id, until: Self.day.adding(days: 2)))
            var ended = absence
            ended.until = Self.day.adding(days: 2)
            #expect(try await world.agreements.snapshot(query).facts.absences == [ended])
            #expect(try await Catalogue(world.pool).absences(of: world.anna) == [ended])
            #expect(try await Catalogue(world.pool).absences(of: world.bruno).isEmpty)
            await #expect(throws: StorageFault.noSuch("absence")) {
                try await world.change(.absenceEnded(absence: Absence.ID(UUID()), until: Self.day))
            }
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
        }
    }

    @Test("The register's rules read the absences of the people named, and every merger")
    func registerFacts() async throws {
        try await World.with { world in
            let absence = Absence(
                id: Absence.ID(UUID()), person: world.anna, from: Self.day, until: Self.day)
            let merger = Succession(kind: .itmo, from: "IHP", into: "I3M", on: Self.day)
            try await world.change(.absenceSet(absence: absence))
            try await world.change(.succeeded(succession: merger))
            let end = RegisterCommand(
                requestID: "r", actor: world.anna, channel: .scenario,
                change: .absenceEnded(absence: absence.id, until: Self.day.adding(days: -1)))
            let facts = try await world.register.facts(for: end)
            #expect(facts.absences == [absence])
            #expect(facts.successions == [merger])
            await #expect(throws: Refusal.self) {
                try await world.register.apply(
                    RegisterCommand(
                        requestID: "r2", actor: nil, channel: .scenario,
                        change: .succeeded(succession: merger)))
            }
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
        }
    }

    @Test("A merger that is taken back was none, and can be entered again")
    func undone() async throws {
        try await World.with { world in
            let slip = Succession(kind: .itmo, from: "IHP", into: "I3N", on: Self.day)
            let merger = Succession(kind: .itmo, from: "IHP", into: "I3M", on: Self.day)
            try await world.change(.succeeded(succession: slip))
            try await world.change(.successionUndone(succession: slip))
            #expect(try await Catalogue(world.pool).successions().isEmpty)
            try await world.change(.succeeded(succession: merger))
            #expect(try await Catalogue(world.pool).successions() == [merger])
            await #expect(throws: Refusal.self) {
                try await world.register.apply(
                    RegisterCommand(
                        requestID: "r", actor: nil, channel: .scenario,
                        change: .successionUndone(succession: slip)))
            }
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
        }
    }

    @Test(
        "A merger raises the authority of whoever loses a right by it: what was decided before is decided again"
    )
    func mergerOutdates() async throws {
        try await World.with { world in
            _ = try await world.grant("ITMO", to: world.anna, scope: .itmo("IHP"))
            _ = try await world.grant("ITMO", to: world.bruno, scope: .itmo("I3M"))
            let query = SnapshotQuery(agreement: Agreement.ID(UUID()), people: [world.anna, world.bruno])
            let before = try await world.agreements.snapshot(query).authority
            let merger = Succession(kind: .itmo, from: "IHP", into: "I3M", on: Self.day)
            try await world.change(.succeeded(succession: merger))
            let after = try await world.agreements.snapshot(query).authority
            #expect(after[world.anna] == before[world.anna].map { $0 + 1 })
            #expect(after[world.bruno] == before[world.bruno])
        }
    }

    @Test("Grants of a successor, however far along the chain, are in the facts, with their people")
    func successors() async throws {
        try await World.with { world in
            let draft = Draft()
            _ = try await world.agreements.commit([draft.commit])
            let query = SnapshotQuery(agreement: draft.decision.agreement.id)
            let grant = try await world.grant("DU", to: world.bruno, scope: .unit("U3"))
            #expect(try await world.agreements.snapshot(query).facts.grants.isEmpty)
            for (from, into) in [("U1151", "U2"), ("U2", "U3"), ("U7", "U1151")] {
                try await world.change(
                    .succeeded(succession: Succession(kind: .unit, from: from, into: into, on: Self.day)))
            }
            let facts = try await world.agreements.snapshot(query).facts
            #expect(facts.grants == [grant])
            #expect(facts.people[world.bruno] != nil)
            #expect(facts.successions.count == 3)
        }
    }

    @Test("An open task is in the list of the successor's people from 00:00 of the day on")
    func tasks() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            _ = try await world.grant("PI_FR", to: world.bruno, scope: .unit("U2"))
            try await world.change(
                .succeeded(
                    succession: Succession(
                        kind: .unit, from: "U1151", into: "U2", on: Self.day.adding(days: 1))))
            let catalogue = Catalogue(world.pool)
            let midnight = Zone.paris.startOfDay(Self.day.adding(days: 1))
            try await world.clock.advance(to: midnight.adding(milliseconds: -1))
            #expect(try await catalogue.tasks(of: world.bruno).isEmpty)
            try await world.clock.advance(to: midnight)
            #expect(try await catalogue.tasks(of: world.bruno).map(\.state) == ["draft"])
        }
    }

    @Test(
        "A delegate's list holds what the grantor may do now, and nothing once the grantor's right has ended")
    func delegated() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft().commit])
            let grant = try await world.grant("PI_FR", to: world.anna, scope: .unit("U1151"))
            try await world.change(
                .delegated(
                    delegation: Delegation(
                        id: Delegation.ID(UUID()), grantor: world.anna, grantee: world.bruno, role: "PI_FR",
                        scope: .everything, from: World.start)))
            let catalogue = Catalogue(world.pool)
            #expect(try await catalogue.tasks(of: world.bruno).map(\.state) == ["draft"])
            try await world.change(.grantEnded(grant: grant.id, until: World.start))
            #expect(try await catalogue.tasks(of: world.bruno).isEmpty)
        }
    }

    @Test("The instant at which somebody left is kept, and is that of the event")
    func left() async throws {
        try await World.with { world in
            _ = try await world.grant("DG", to: world.bruno)
            let answer = try await world.change(.personDisabled(person: world.bruno))
            let query = SnapshotQuery(agreement: Agreement.ID(UUID()), people: [world.bruno])
            let person = try await world.agreements.snapshot(query).facts.people[world.bruno]
            #expect(person?.active == false && person?.leftAt == answer.at)
            #expect(try await Catalogue(world.pool).people().contains { $0.person == person })
            #expect(try await AuditVerifier(world.pool).verify().isGreen)
        }
    }

    @Test("A row that differs from the events turns the audit red")
    func audited() async throws {
        try await World.with(checked: false) { world in
            let merger = Succession(kind: .unit, from: "U1", into: "U2", on: Self.day)
            try await world.change(.succeeded(succession: merger))
            try await world.tamper("UPDATE entente.succession SET successor = 'U3'")
            #expect(try await AuditVerifier(world.pool).verify().findings.map(\.kind) == [.projection])
        }
    }
}

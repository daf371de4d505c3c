import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

/// Who learns that there is a proposal that was not sent.
@Suite("Drafts that were not sent")
struct UnsentDraftTests {
    private static let due: Instant = "2026-01-01T00:00:00.000Z"

    /// A proposal with its acronym and a notice; with what makes it more than a draft, if anything does.
    private static func propose(
        _ world: World, reference: String? = nil, _ changes: [Change] = []
    ) async throws -> Agreement.ID {
        let value = ErasableValue(
            id: Identifier(UUID()), salt: Array(repeating: 7, count: 16), value: .string("Éole"))
        var draft = Draft(reference: reference)
        draft.decision.values = [value]
        draft.record("edit", [.dossier(fields: ["acronym": ValueReference(id: value.id, hash: value.hash)])])
        draft.record("act", changes)
        draft.owe("N01", to: world.anna)
        #expect(try await world.agreements.commit([draft.commit]) == [.committed])
        return draft.decision.agreement.id
    }

    private static func step(_ role: String, of: RoleReference.Narrowing, for body: String?) -> Change {
        var task = Draft.task(at: World.start)
        task.role = RoleReference(role, of: of)
        (task.state, task.narrowedTo) = ("open", body)
        return .taskOpened(task: task)
    }

    /// What lists, searches, worklists and calendars answer to somebody: how many files each.
    private static func lists(
        _ world: World, of draft: Agreement.ID, for person: Person.ID
    ) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try await world.asRole("entente_app") { pool in
            let catalogue = Catalogue(pool, sight: .person(person))
            var filter = PortfolioFilter(today: "2016-02-01")
            let all = try await catalogue.files(filter, offset: 0, limit: 9).count
            let counted = try await catalogue.count(of: filter)
            filter.text = "eole"
            counts = [
                "files": all, "count": counted, "found": try await catalogue.count(of: filter),
                "awaited": try await catalogue.awaitedCounts().map(\.count).reduce(0, +),
                "steps": try await catalogue.count(of: StepFilter()),
                "work": try await catalogue.work(of: world.bruno).rows.count,
                "due": try await catalogue.agreements(dueBy: due).count,
                "timers": try await catalogue.timers().count,
                "notices": try await catalogue.notices(limit: 9).count,
                "events": try await catalogue.history(of: draft.description).count,
                "namesakes": try await catalogue.namesakes(of: "EOLE").count,
            ]
        }
        return counts.filter { $0.value > 0 }
    }

    /// Events of the register are open to whoever holds a role.
    private static func ofFiles(_ counts: [String: Int]) -> [String: Int] {
        counts.filter { $0.key != "event" }
    }

    @Test(
        "A role that does not read it learns nothing of it, however wide it is; those who read it do",
        arguments: [
            ("PI_FR", "unit:U1151", true), ("DU", "unit:U1151", true), ("INT", "*", true), ("DG", "*", true),
            ("AUD", "*", true), ("DR", "unit:U1151", false), ("PART", "party:snu", false),
            ("SIG", "party:snu", false), ("ITMO", "*", false), ("CSEL", "instrument:LIA", false),
            ("DAJ", "*", false), ("DAF", "*", false), ("FSD", "*", false), ("DPO", "*", false),
            ("ARCH", "*", false), ("ADM", "*", false),
        ])
    func roles(role: String, scope: String, isSeen: Bool) async throws {
        try await World.with { world in
            let draft = try await Self.propose(world)
            _ = try await world.grant(role, to: world.anna, scope: Scope(scope))
            let seen = try await RowSecurityTests.seen(world, by: world.anna.description)
            #expect(seen.agreements == (isSeen ? [draft] : []))
            let lists = try await Self.lists(world, of: draft, for: world.anna)
            #expect(isSeen ? lists["files"] == 1 && lists["found"] == 1 : lists.isEmpty, "\(lists)")
            #expect(isSeen || Self.ofFiles(seen.counts).isEmpty, "\(seen.counts)")
        }
    }

    @Test("A role for everything shows the other files as before, and what belongs to no file")
    func others() async throws {
        try await World.with { world in
            let draft = try await Self.propose(world)
            let sent = try await Self.propose(world, reference: "LIA-2016-001")
            for role in ["DAF", "ADM"] { _ = try await world.grant(role, to: world.anna) }
            let seen = try await RowSecurityTests.seen(world, by: world.anna.description)
            #expect(seen.agreements == [sent])
            #expect(seen.counts["task"] == 1 && seen.counts["timer"] == 1 && seen.counts["notice"] == 1)
            let lists = try await Self.lists(world, of: draft, for: world.anna)
            #expect(
                lists["events"] == nil && lists["files"] == 1 && lists["found"] == 1 && lists["due"] == 1,
                "\(lists)")
            #expect(lists["namesakes"] == 1)
        }
    }

    @Test("Whoever is named in it by another role, or stands in for one who is, learns nothing either")
    func named() async throws {
        try await World.with { world in
            let role = RoleAssignment(role: "COPIL", person: world.bruno)
            _ = try await Self.propose(world, [.roleAssigned(assignment: role)])
            try await world.change(
                .delegated(
                    delegation: Delegation(
                        id: Delegation.ID(UUID()), grantor: world.bruno, grantee: world.anna, role: "COPIL",
                        scope: .everything, from: World.start)))
            for person in [world.anna, world.bruno] {
                let seen = try await RowSecurityTests.seen(world, by: person.description)
                #expect(Self.ofFiles(seen.counts).isEmpty, "\(seen.counts)")
            }
        }
    }

    @Test("Who is asked for a step of it knows it; once another had a step in its life, everybody may")
    func known() async throws {
        try await World.with { world in
            let asked = try await Self.propose(
                world, [Self.step("LAB", of: .person, for: world.anna.description)])
            let letter = try await Self.propose(world, [Self.step("INT", of: .agreement, for: nil)])
            _ = try await world.grant("DAF", to: world.bruno)
            #expect(
                try await RowSecurityTests.seen(world, by: world.anna.description).agreements == [asked])
            #expect(
                try await RowSecurityTests.seen(world, by: world.bruno.description).agreements
                    == [asked, letter])
        }
    }
}

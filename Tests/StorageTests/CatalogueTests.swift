import Agreements
import Engine
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Questions of pages and the command line")
struct CatalogueTests {
    @Test(
        "Agreements are found by each criterion; wildcards in a search are taken as they are",
        arguments: [
            (AgreementFilter(), 2), (AgreementFilter(instrument: "LIA"), 2),
            (AgreementFilter(instrument: "ACC"), 0),
            (AgreementFilter(state: "draft"), 2), (AgreementFilter(state: "active"), 0),
            (AgreementFilter(legal: .inForce), 0),
            (AgreementFilter(unit: "U1151"), 2), (AgreementFilter(text: "lia-2017-001"), 1),
            (AgreementFilter(text: "seoul"), 2),
            (AgreementFilter(text: "%"), 0), (AgreementFilter(text: "_"), 0),
            (AgreementFilter(text: "' OR 1=1 --"), 0),
            (AgreementFilter(limit: 1), 1), (AgreementFilter(offset: 1), 1),
        ])
    func agreements(filter: AgreementFilter, count: Int) async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Draft(reference: "LIA-2017-001").commit, Draft().commit])
            try await world.asRole("entente_app") { pool in
                let found = try await Catalogue(pool).agreements(filter)
                #expect(found.count == count)
            }
        }
    }

    @Test("An agreement is found by id and by reference, with its history and its open work")
    func oneAgreement() async throws {
        try await World.with { world in
            let draft = Draft(reference: "LIA-2017-001")
            _ = try await world.agreements.commit([draft.commit])
            let agreement = draft.decision.agreement
            try await world.asRole("entente_app") { pool in
                let catalogue = Catalogue(pool)
                for name in [agreement.id.description, "LIA-2017-001"] {
                    #expect(try await catalogue.agreementID(named: name) == agreement.id)
                }
                #expect(try await catalogue.agreementID(named: "LIA-2017-002") == nil)
                #expect(try await catalogue.agreement(agreement.id) == agreement)
                #expect(try await catalogue.history(of: agreement.id.description) == draft.decision.events)
                #expect(try await catalogue.tasks(of: agreement.id).map(\.role) == ["PI_FR"])
                let timers = try await catalogue.timers(of: agreement.id)
                #expect(timers.map(\.name) == ["close"])
            }
        }
    }

    @Test("A person's tasks follow grants by scope, and an assignment narrows them")
    func tasks() async throws {
        try await World.with { world in
            let draft = Draft()
            _ = try await world.agreements.commit([draft.commit])
            let catalogue = Catalogue(world.pool)
            #expect(try await catalogue.tasks(of: world.anna).isEmpty)
            _ = try await world.grant("PI_FR", to: world.anna, scope: .unit("U1151"))
            _ = try await world.grant("PI_FR", to: world.bruno, scope: .unit("U9999"))
            #expect(try await catalogue.tasks(of: world.anna).count == 1)
            #expect(try await catalogue.tasks(of: world.bruno).isEmpty)
            var assigned = Draft(on: draft.decision.agreement)
            assigned.record(
                "assign", [.roleAssigned(assignment: RoleAssignment(role: "PI_FR", person: world.bruno))])
            _ = try await world.agreements.commit([assigned.commit])
            #expect(try await catalogue.tasks(of: world.anna).isEmpty)
            #expect(try await catalogue.tasks(of: world.bruno).count == 1)
        }
    }

    @Test("The register, the definitions and the health counts can be listed with the rights of the app")
    func lists() async throws {
        try await World.with { world in
            let grant = try await world.grant("DG", to: world.anna)
            try await world.asRole("entente_app") { pool in
                let catalogue = Catalogue(pool)
                #expect(try await catalogue.people().map(\.name) == ["Anna Berg", "Bruno Caro"])
                #expect(try await catalogue.person(named: "anna")?.person.id == world.anna)
                #expect(try await catalogue.person(named: "BRUNO@lab.example")?.person.id == world.bruno)
                #expect(try await catalogue.grants() == [grant])
                #expect(try await catalogue.organisations().map(\.id) == ["inserm", "snu"])
                #expect(try await catalogue.workflows().map(\.version) == ["2016.1"])
                #expect(try await catalogue.workflowSources("lia")?.files == ["lia.yaml": "workflow: lia"])
                #expect(try await catalogue.health().openTasks == 0)
                #expect(try await catalogue.jobs().count == 0)
                #expect(try await catalogue.measures() == [])
                #expect(try await catalogue.calls() == [])
                let delegations = try await catalogue.delegations(of: world.anna)
                #expect(delegations == [])
            }
        }
    }
}

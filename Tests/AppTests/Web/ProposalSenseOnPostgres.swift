import Agreements
import App
import Engine
import Foundation
import Testing
import Web

@Suite("What a proposal cannot mean is told beside its field, before a file is opened")
struct ProposalSenseOnPostgres {
    @Test(
        "A start before the year that follows the call, and amounts that do not fit together",
        arguments: [
            (["who.start": ["2017-01-01"]], []), (["who.start": ["2016-04-15"]], ["who.start"]),
            (["who.start": ["2016-12-31"]], ["who.start"]), (["who.start": ["2022-12-31"]], []),
            (["who.start": ["2023-01-01"]], ["who.start"]), (["who.start": ["9999-12-31"]], ["who.start"]),
            (
                ["dossier.yearlyBudget": ["15000"], "dossier.budgetOther": ["3001"]],
                ["dossier.budgetOther"]
            ),
            (["who.call": ["00000000-0000-4000-8000-000000000001"]], ["who.call"]),
            (["dossier.budgetMobility": ["-3"]], ["dossier.budgetMobility"]),
            (["dossier.acronym": [" A "]], ["dossier.acronym"]), (["dossier.acronym": ["AB"]], []),
            (["dossier.earlierAgreement": ["LIA-1999-001"]], ["dossier.earlierAgreement"]),
        ] as [(FormValues, [String])])
    func problems(values: FormValues, expected: [String]) async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let draft = try await desk.begin("lia", from: nil, anne)
            let names = Array(values.keys)
            let problems = try await desk.save(values, over: nil, of: names, in: draft, anne)
            #expect(problems.keys.sorted() == expected)
        }
    }

    @Test("A dossier takes no acronym of one letter, and follows no agreement that nobody knows")
    func dossier() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        let draft = try await site.proposal()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            func wrong(_ values: [String: String]) async throws -> [String: String] {
                let revision = try #require(try await desk.dossier(of: draft, anne)).revision
                let order = DossierRequest(
                    values: values, revision: revision, requestID: "page/\(values.values.sorted())")
                do { try await desk.edit(order, of: draft, anne) } catch let problem as FormProblem {
                    return problem.fields.mapValues(\.en)
                }
                return [:]
            }
            let (acronym, earlier) = ("dossier.acronym", "dossier.earlierAgreement")
            #expect(try await wrong([acronym: "A"]) == [acronym: "at least 2 characters"])
            let unknown = "no file has the reference “LIA-1999-001”"
            #expect(try await wrong([earlier: "LIA-1999-001"]) == [earlier: unknown])
            #expect(try await wrong([earlier: "LIA-2017-001", acronym: "AB"]).isEmpty)
        }
    }

    @Test("Whoever proposes for one unit does so in its spelling, and for no other")
    func unit() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done([
            "person", "add", "--name", "paul", "--email", "paul@inserm.example", "--unit", "U1412",
        ])
        try await site.done(["grant", "add", "paul@inserm.example", "PI_FR", "--scope", "unit:U1412"])
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let paul = try await Visitor.named("paul", "PI_FR", installation)
            let draft = try await desk.begin("lia", from: nil, paul)
            func problems(_ unit: String) async throws -> [String] {
                try await desk.save(["who.unit": [unit]], over: nil, of: ["who.unit"], in: draft, paul).keys
                    .sorted()
            }
            #expect(try await problems("u1412").isEmpty)
            #expect(try await desk.proposal(draft, paul)?.said["who.unit"]?.fr == "U1412")
            #expect(try await problems("U9999") == ["who.unit"])
        }
    }

    @Test("The last look names the live files of the same acronym")
    func namesakes() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let taken = try #require(try await desk.file("LIA-2017-001", anne)?.subject)
            let draft = try await desk.begin("lia", from: nil, anne)
            _ = try await desk.save(
                ["dossier.acronym": [taken.lowercased()]], over: nil, of: ["dossier.acronym"], in: draft,
                anne)
            let form = try #require(try await desk.proposal(draft, anne))
            #expect(form.namesakes.map(\.name) == ["LIA-2017-001"])
        }
    }

    @Test("A draft that another window saved or discarded meanwhile is not written over")
    func windows() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let draft = try await desk.begin("lia", from: nil, anne)
            let seen = try #require(try await desk.proposal(draft, anne)).values
            func code(_ values: FormValues) async throws -> String? {
                do {
                    _ = try await desk.save(values, over: seen, of: Array(values.keys), in: draft, anne)
                    return nil
                } catch let refusal as Refusal { return refusal.code }
            }
            #expect(try await code(["dossier.acronym": ["AURORE"]]) == nil)
            #expect(try await code(["dossier.acronym": ["BOREAL"]]) == "stale_revision")
            #expect(try await code(["who.unit": ["U1"]]) == nil, "Another field is nobody’s loss.")
            let held = try #require(try await desk.proposal(draft, anne)).values
            #expect(held["dossier.acronym"] == ["AURORE"] && held["who.unit"] == ["U1"])
            try await desk.discard(draft, anne)
            #expect(try await code(["who.unit": ["U2"]]) == "no_such_draft")
            #expect(try await desk.proposal(draft, anne) == nil, "What is gone stays gone.")
            #expect(try await desk.lost(draft, anne) == LostDraft(workflow: "lia", file: nil))
            #expect(try await desk.lost("lia.1", anne) == nil, "No draft was ever called so.")
        }
    }
}

import Agreements
import Postgres
import TestSupport
import Testing

@Suite("The command line, on a file", .besideThePool)
struct CommandLineLifeTests {
    static let fields = [
        "acronym=NEUROKO", "titleFr=Réseaux", "titleEn=Networks", "team=Équipe 3", "foreignTeam=Physiology",
        "summaryFr=Résumé", "summaryEn=Summary", "workPlan=Plan", "addedValue=Valeur", "yearlyBudget=15000",
        "contributions=Missions",
    ]

    @Test("A file goes from its proposal to admissibility by commands alone")
    func proposal() async throws {
        let site = try await CommandLineSite.laboratory()
        let answer = try await Self.submit(try await site.proposal(), site)
        #expect(answer["state"] == ["admissibility"])
        #expect(answer["reference"] == "LIA-2017-001")

        let tasks = try await site.done(["task", "list", "--as", "denis@inserm.example"])
        #expect(tasks.elements?.map { $0["state"] } == ["admissibility"])
        let history = try await site.done(["agreement", "history", "LIA-2017-001"])
        let types = history.elements?.compactMap { $0["type"]?.text } ?? []
        #expect(types == ["propose", "edit", "invite", "document_added", "grant_visa", "submit"])
        #expect(
            history.elements?.allSatisfy { $0["channel"] == "command_line" && $0["operator"] != nil } == true)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// Fills a draft in, with all that it needs, and submits it.
    static func submit(
        _ file: String, _ site: CommandLineSite, called acronym: String = "NEUROKO"
    ) async throws -> JSON {
        try await complete(file, site, called: acronym)
        return try await site.done(["act", file, "submit", "--as", "anne@inserm.example"])
    }

    /// Fills a draft in, with all that it needs.
    static func complete(
        _ file: String, _ site: CommandLineSite, called acronym: String = "NEUROKO"
    ) async throws {
        let anne = ["--as", "anne@inserm.example"]
        let fields = Self.fields.dropFirst() + ["acronym=\(acronym)"]
        try await site.done(["agreement", "edit", file] + anne + fields.flatMap { ["--field", $0] })
        try await site.done(["act", file, "invite", "--input", "colead=kim@inserm.example"] + anne)
        let letter = try site.file("letter.txt", "We support the project.")
        try await site.done(
            ["document", "add", file, letter, "--kind", "partner_letter", "--as", "kim@inserm.example"])
        try await site.done(["act", file, "grant_visa", "--as", "bernard@inserm.example"])
    }

    @Test("Why tells on whom a file waits, by which rule, and the guard that refuses an act")
    func why() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal(Self.fields.flatMap { ["--field", $0] })
        let why = try await site.done(["agreement", "why", file, "--as", "anne@inserm.example"])
        let wait = why["waits"]?.elements?.first
        #expect(wait?["holders"]?.elements?.map { $0["name"] } == ["anne"])
        #expect(wait?["due"]?["limit"] == "2016-06-15T15:00:00.000Z")
        #expect(wait?["rule"] == "at: call.closesAt, kind: instant")
        #expect(wait?["place"]?.text?.hasPrefix("common/associated-laboratory.yaml:") == true)
        #expect(why["timers"]?.elements?.map { $0["name"] } == ["N02", "N02", "N02", "closing"])
        let submit = why["acts"]?.elements?.first { $0["act"] == "submit" }
        #expect(submit?["allowed"] == false)
        #expect(submit?["code"] == "unit_visa_missing")
        #expect(submit?["rule"] == "vars.unitVisa")
        #expect(submit?["reads"] == [["path": "vars.unitVisa", "value": false]])
    }

    @Test("The clock serves what is due on the way, and goes forward only")
    func clock() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let time = try await site.done(["clock", "advance", "--to", "2016-06-16"])
        #expect(time["now"] == "2016-06-15T22:00:00.000Z")
        let shown = try await site.done(["agreement", "show", file])
        #expect(shown["state"] == ["draft.locked"])
        let notices = try await site.done(["notice", "list", file])
        #expect(notices.elements?.filter { $0["notice"] == "N02" && $0["status"] == "accepted" }.count == 3)
        let back = try await site.run(["clock", "advance", "--to", "2016-01-01", "--json"])
        #expect(back.status == 1)
        #expect(back.json["code"] == "clock_goes_back")
    }

    @Test("The same request id gives the first answer again; another request under it is refused")
    func requestID() async throws {
        let site = try await CommandLineSite.laboratory()
        let first = try await site.proposal(["--request-id", "r1"])
        let before = try await site.events()
        #expect(try await site.proposal(["--request-id", "r1"]) == first)
        #expect(try await site.events() == before)
        let edit = [
            "agreement", "edit", first, "--as", "anne@inserm.example", "--request-id", "r2", "--json",
        ]
        #expect(try await site.run(edit + ["--field", "acronym=AA"]).status == 0)
        let reused = try await site.run(edit + ["--field", "acronym=BB"])
        #expect(reused.status == 1)
        #expect(reused.json["code"] == "request_id_reused")
        let other = try await site.run([
            "agreement", "propose", "--workflow", "lia", "--as", "anne@inserm.example", "--party", "snu",
            "--party",
            "inserm", "--request-id", "r1", "--json",
        ])
        #expect(other.json["code"] == "request_id_reused")
    }

    @Test("One edited event turns the audit red")
    func audit() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal()
        try await site.withOwner { connection in
            _ = try await connection.execute("ALTER TABLE entente.event DISABLE TRIGGER ALL")
            _ = try await connection.execute(
                "UPDATE entente.event SET type = 'edited' WHERE type = 'propose'")
        }
        let audit = try await site.run(["audit", "verify", "--json"])
        #expect(audit.status == 1)
        #expect(audit.json["findings"]?.elements?.contains { $0["kind"] == "hash" } == true)
    }
}

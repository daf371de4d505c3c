import Agreements
import TestSupport
import Testing

@Suite("The command line, on people over time", .besideThePool)
struct CommandLinePeopleTests {
    private static let office = ["--as", "denis@inserm.example"]

    @Test("An absence is entered, listed and ended; what it leaves without anybody is said at once")
    func absences() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let answer = try await site.done(
            ["absence", "add", "anne@inserm.example", "--from", "2016-03-07", "--until", "2016-03-18"]
                + Self.office)
        let warning = answer["warnings"]?.elements?.first { $0["act"] == "submit" }
        #expect(warning?["agreement"]?.text == file)
        #expect(warning?["why"] == "absent" && warning?["open"] == true)
        #expect(warning?["from"] == "2016-03-07" && warning?["until"] == "2016-03-18")
        let list = try await site.done(["absence", "list", "anne@inserm.example"])
        #expect(list.elements?.map { $0["until"] } == ["2016-03-18"])

        let id = answer["id"]?.text ?? ""
        let ended = try await site.done(["absence", "end", id, "--as", "anne@inserm.example"])
        #expect(ended["until"] == "2016-03-06")
        let again = try await site.run(["absence", "end", id, "--json"] + Self.office)
        #expect(again.status == 1 && again.json["code"] == "bad_input")
        let unknown = try await site.run(["absence", "end", "nobody", "--json"] + Self.office)
        #expect(unknown.status == 1 && unknown.json["code"] == "no_such_absence")
        let wrong = try await site.run(
            ["absence", "add", "anne@inserm.example", "--from", "2016-02-30", "--until", "2016-03-18"])
        #expect(wrong.status == 2)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("So is a step that is still to come")
    func steps() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let answer = try await site.done(
            ["absence", "add", "denis@inserm.example", "--from", "2016-06-06", "--until", "2016-06-17"]
                + Self.office)
        let warning = answer["warnings"]?.elements?.first { $0["act"] == "admit" }
        #expect(warning?["agreement"]?.text == file && warning?["open"] == false, "\(answer.canonical)")
    }

    @Test("A body that is typed in another way is the one that is known")
    func alike() async throws {
        let site = try await CommandLineSite.laboratory()
        func add(_ id: String, _ name: String, _ country: String) async throws -> CommandLineRun {
            try await site.run(
                [
                    "organisation", "add", id, "--name", name, "--country", country, "--kind", "foreign",
                    "--json",
                ]
                    + Self.office)
        }
        #expect(try await add("heidelberg", "Universität Heidelberg", "DE").status == 0)
        for name in ["Universitat Heidelberg", "UNIVERSITÄT HEIDELBERG"] {
            let again = try await add("uni-hd", name, "DE")
            #expect(again.status == 1 && again.json["code"] == "already_exists", "\(again.output)")
        }
        #expect(try await add("heidelberg-at", "Universität Heidelberg", "AT").status == 0)
    }

    @Test("Who is nobody's office enters no absence for others, and no merger")
    func notAllowed() async throws {
        let site = try await CommandLineSite.laboratory()
        let kim = ["--as", "kim@inserm.example", "--json"]
        let absence = try await site.run(
            ["absence", "add", "anne@inserm.example", "--from", "2016-03-07", "--until", "2016-03-18"] + kim)
        #expect(absence.status == 1 && absence.json["code"] == "not_authorized")
        let merger = try await site.run(["succession", "add", "itmo", "IHP", "I3M"] + kim)
        #expect(merger.status == 1 && merger.json["code"] == "not_authorized")
    }

    @Test("A merger is entered once, and listed")
    func mergers() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["succession", "add", "itmo", "IHP", "I3M", "--on", "2016-04-01"] + Self.office)
        let list = try await site.done(["succession", "list"])
        #expect(
            list.elements == [["kind": "itmo", "from": "IHP", "into": "I3M", "on": "2016-04-01"]])
        let back = try await site.run(["succession", "add", "itmo", "I3M", "IHP", "--json"] + Self.office)
        #expect(back.status == 1 && back.json["code"] == "succession_cycle")
        #expect(try await site.run(["succession", "add", "country", "FR", "DE"]).status == 2)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("A merger entered by mistake is taken back")
    func mergerUndone() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["succession", "add", "itmo", "IHP", "I3M"] + Self.office)
        try await site.done(["succession", "undo", "itmo", "IHP"] + Self.office)
        #expect(try await site.done(["succession", "list"]).elements == [])
        let again = try await site.run(["succession", "undo", "itmo", "IHP", "--json"] + Self.office)
        #expect(again.status == 1 && again.json["code"] == "no_such_succession")
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test(
        "A merger that is taken back twice under one request id gets its first answer, whatever was merged since"
    )
    func mergerUndoneAgain() async throws {
        let site = try await CommandLineSite.laboratory()
        let undo = ["succession", "undo", "itmo", "IHP", "--request-id", "undo-1"] + Self.office
        try await site.done(["succession", "add", "itmo", "IHP", "I3M"] + Self.office)
        let first = try await site.done(undo)
        #expect(first["into"] == "I3M")
        #expect(try await site.done(undo) == first)
        try await site.done(["succession", "add", "itmo", "IHP", "NNP"] + Self.office)
        #expect(try await site.done(undo) == first)
        #expect(try await site.done(["succession", "list"]).elements?.count == 1)
        let other = ["succession", "undo", "itmo", "I3M", "--request-id", "undo-1", "--json"] + Self.office
        #expect(try await site.run(other).json["code"] == "request_id_reused")
    }

    static let unknown: [([String], String)] = [
        (["succession", "add", "unit", "U1151", "U9999"], "unknown_unit"),
        (["grant", "add", "kim@inserm.example", "DU", "--scope", "unit:U9999"], "unknown_unit"),
        (["grant", "add", "kim@inserm.example", "PART", "--scope", "party:nowhere"], "no_such_organisation"),
        (["grant", "add", "kim@inserm.example", "INT", "--scope", "instrument:LAI"], "unknown_instrument"),
    ]

    @Test("What nobody knows is neither merged nor given a role over", arguments: unknown)
    func slips(_ command: [String], _ code: String) async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(
            ["person", "add", "--name", "Eve", "--email", "eve@inserm.example", "--unit", "U1151"]
                + Self.office)
        let refused = try await site.run(command + ["--json"] + Self.office)
        #expect(refused.status == 1 && refused.json["code"]?.text == code)
    }

    @Test("The staffing proof tells what nobody can do, and ends with 1; with 0 where all is staffed")
    func staffing() async throws {
        let site = try await CommandLineSite.laboratory()
        #expect(try await site.run(["staffing", "check", "--json"]).status == 0)
        let file = try await site.proposal()
        let check = try await site.run(["staffing", "check", "--until", "2016-12-31", "--json"])
        #expect(check.status == 1)
        #expect(check.json["agreements"] == 1 && check.json["until"] == "2016-12-31")
        let gaps = check.json["gaps"]?.elements ?? []
        let select = gaps.first { $0["act"] == "select" }
        #expect(select?["agreement"]?.text == file)
        #expect(select?["roles"] == ["DG"] && select?["why"] == "nobody" && select?["open"] == false)
        #expect(!gaps.contains { $0["act"] == "submit" })
        #expect(check.json["single_holders"]?.elements?.contains { $0["roles"] == ["PI_FR"] } == true)
        #expect(try await site.run(["staffing", "check", "--until", "2015-01-01"]).status == 2)

        let grants = try await site.done(["grant", "list", "bernard@inserm.example"])
        let grant = grants.elements?.first?["id"]?.text ?? ""
        let ended = try await site.done(["grant", "end", grant] + Self.office)
        #expect(ended["warnings"]?.elements != nil)
    }
}

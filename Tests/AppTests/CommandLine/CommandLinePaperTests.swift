import Agreements
import App
import Foundation
import TestSupport
import Testing

@Suite("The command line, on proposals on paper")
struct CommandLinePaperTests {
    private static let chief = "chief@inserm.example"

    private func site() async throws -> CommandLineSite {
        let site = try await CommandLineSite.founded()
        try await site.done(["workflow", "publish", "\(CommandLineSite.workflows)/acc.yaml"])
        try await site.done(["person", "add", "--name", "Chief", "--email", Self.chief])
        try await site.done(["person", "add", "--name", "Clerk", "--email", "clerk@inserm.example"])
        try await site.done(["grant", "add", Self.chief, "DG"])
        let own = [
            "--name", "Office", "--email", "office@inserm.example", "--os-user", CommandDesk.systemUser,
        ]
        try await site.done(["person", "add"] + own)
        try await site.done(["grant", "add", "office@inserm.example", "INT"])
        for (id, country, kind) in [("inserm", "FR", "epst"), ("snu", "KR", "foreign")] {
            let own = id == "inserm" ? ["--own"] : []
            try await site.done(
                ["organisation", "add", id, "--name", id, "--country", country, "--kind", kind] + own)
        }
        return site
    }

    @Test("The office records whose proposal it was, when, and its scan; what is missing or wrong is said")
    func recorded() async throws {
        let site = try await site()
        let now = try Instant(parsing: try await site.done(["clock", "show"])["now"]?.text ?? "")
        let today = Zone.paris.day(of: now)
        let scan = try site.file("proposal.pdf", "paper")
        let propose = ["agreement", "propose", "--workflow", "acc", "--party", "inserm", "--party", "snu"]
        let paper = ["--dated", "\(today)", "--scan", scan, "--reason", "letter of the director"]
        let before = try await site.events()
        let table: [([String], Int32, JSON)] = [
            (["--record", Self.chief, "--dated", "\(today)", "--scan", scan], 1, "record_incomplete"),
            (["--record", "office@inserm.example"] + paper, 1, "own_record"),
            (["--record", "clerk@inserm.example"] + paper, 1, "not_authorized"),
            (
                ["--record", Self.chief] + paper.dropLast() + [String(repeating: "x", count: 4_001)], 1,
                "bad_input"
            ),
            (["--record", Self.chief, "--dated", "2999-01-01"] + paper.dropFirst(2), 1, "bad_input"),
            (
                ["--record", Self.chief, "--dated", "\(today)", "--scan", "/nowhere", "--reason", "x"], 3,
                "unreadable_file"
            ),
        ]
        for (options, status, code) in table {
            let run = try await site.run(propose + options + ["--json"])
            #expect(run.status == status, "\(options) \(run.output)\(run.errors)")
            #expect(run.json["code"] == code, "\(options) \(run.output)")
        }
        #expect(try await site.events() == before)

        let record = propose + ["--record", Self.chief, "--request-id", "p1"] + paper
        let answer = try await site.done(record)
        #expect(try await site.done(record) == answer)
        let file = answer["agreement"]?.text ?? ""
        let event = try await site.done(["agreement", "history", file]).elements?.first
        #expect(event?["actor_name"] == "Office")
        #expect(event?["payload"]?["recorded"]?["documentDate"] == .string("\(today)"))
        #expect(event?["reason"] == "letter of the director")
        let documents = try await site.done(["document", "list", file])
        #expect(documents.elements?.map { $0["kind"] } == ["scan"])
        #expect(event?["payload"]?["recorded"]?["document"] == documents.elements?.first?["id"])
        let other = try site.file("other.pdf", "another paper")
        let reused = try await site.run(
            propose + ["--record", Self.chief, "--request-id", "p1", "--dated", "\(today)", "--scan", other]
                + ["--reason", "x", "--json"])
        #expect(reused.json["code"] == "request_id_reused", "\(reused.output)")
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }
}

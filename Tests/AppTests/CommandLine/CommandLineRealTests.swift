import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line, in a real database")
struct CommandLineRealTests {
    /// The operating-system user who runs the tests.
    private static let user = NSUserName()

    @Test("Acts are recorded from paper only, by the operator's own person")
    func recording() async throws {
        let site = try await CommandLineSite.founded()
        try await site.done(["workflow", "publish", "\(CommandLineSite.workflows)/acc.yaml"])
        try await site.done(["person", "add", "--name", "Chief", "--email", "chief@inserm.example"])
        try await site.done(["grant", "add", "chief@inserm.example", "DG"])
        try await site.done([
            "person", "add", "--name", "Office", "--email", "office@inserm.example", "--os-user", Self.user,
        ])
        try await site.done(["grant", "add", "office@inserm.example", "INT"])
        for (id, country, kind) in [("inserm", "FR", "epst"), ("snu", "KR", "foreign")] {
            let own = id == "inserm" ? ["--own"] : []
            try await site.done(
                ["organisation", "add", id, "--name", id, "--country", country, "--kind", kind] + own)
        }
        let parties = ["--party", "inserm", "--party", "snu"]
        let file = try await site.done(["agreement", "propose", "--workflow", "acc"] + parties)
        let name = file["agreement"]?.text ?? ""
        let missing =
            try await site.done(["agreement", "show", name])["missing"]?.elements?.compactMap(\.text) ?? []
        try await site.done(["agreement", "edit", name] + missing.flatMap { ["--field", "\($0)=1"] })
        try await refuse(site, name)
        try await site.done(["document", "add", name, try site.file("scan.pdf", "paper"), "--kind", "scan"])
        let now = try await site.done(["clock", "show"])["now"]?.text ?? ""
        let today = Zone.paris.day(of: try Instant(parsing: now))
        let answer = try await site.done([
            "act", name, "open", "--record", "chief@inserm.example", "--dated", "\(today)", "--scan", "scan",
            "--reason",
            "decided in committee",
        ])
        #expect(answer["state"] != ["opportunity"])
        let event = try await site.done(["agreement", "history", name]).elements?.last {
            $0["type"] == "open"
        }
        #expect(event?["actor_name"] == "Office")
        #expect(event?["payload"]?["recorded"]?["documentDate"] == .string("\(today)"))
    }

    private func refuse(_ site: CommandLineSite, _ file: String) async throws {
        let before = try await site.events()
        let chief = "chief@inserm.example"
        let table: [([String], Int32, JSON)] = [
            (["act", file, "open"], 1, "record_only"),
            (["act", file, "open", "--as", chief], 1, "record_only"),
            (["act", file, "open", "--record", chief], 1, "record_incomplete"),
            (
                [
                    "act", file, "open", "--record", chief, "--dated", "2026-02-30", "--scan", "x",
                    "--reason", "y",
                ], 2, "wrong_usage"
            ),
            (
                [
                    "act", file, "open", "--record", chief, "--dated", "2020-01-01", "--scan", "x",
                    "--reason", "y",
                ], 1, "no_such_document"
            ),
            (["agreement", "edit", file, "--field", "title=x", "--as", chief], 1, "not_the_operator"),
            (["clock", "advance", "--to", "2040-01-01"], 1, "clock_is_real"), (["demo"], 1, "real_database"),
        ]
        for (arguments, status, code) in table {
            let run = try await site.run(arguments + ["--json"])
            #expect(run.status == status, "\(arguments) \(run.output)")
            #expect(run.json["code"] == code, "\(arguments)")
            #expect(run.json["applied"] == "no")
        }
        #expect(try await site.events() == before)
    }
}

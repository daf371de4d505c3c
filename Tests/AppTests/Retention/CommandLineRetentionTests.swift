import Agreements
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The command line keeps what must be kept, and no longer", .besideThePool)
struct CommandLineRetentionTests {
    private static let anne = "anne@inserm.example"
    private static let archivist = "denis@inserm.example"

    /// A rejected file with a title and a letter, two years and a day later.
    private static func rejected() async throws -> (site: CommandLineSite, file: String) {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["grant", "add", archivist, "ARCH"])
        try await site.done(["reference", "load"])
        let file = try await site.proposal(["--field", "acronym=Secret title"])
        let letter = try site.file("letter.txt", "A letter.")
        try await site.done(["document", "add", file, letter, "--kind", "letter", "--as", anne])
        try await site.done(["act", file, "discard", "--as", anne, "--reason", "Secret reason"])
        #expect(try await site.done(["retention", "list"]).elements == [])
        try await site.done(["clock", "advance", "--to", "2018-03-02", "--jump"])
        return (site, file)
    }

    private static func approve(_ file: String) -> [String] {
        ["retention", "approve", file, "--rule", "dossier", "--reason", "seen", "--as", archivist, "--json"]
    }

    @Test("A rejected dossier is purged after two years with the visa; the audit stays green and counts it")
    func purged() async throws {
        let (site, file) = try await Self.rejected()
        let list = try await site.done(["retention", "list"])
        let dossier = list.elements?.first { $0["rule"] == "dossier" }
        #expect(dossier?["since"] == "2018-03-01")
        #expect(dossier?["count"] == 3)
        #expect(dossier?["approved"] == false)
        let first = try await site.done(["retention", "run"])
        #expect(first.elements?.allSatisfy { $0["rule"] == "mail" } == true)

        let approved = try await site.run(Self.approve(file))
        #expect(approved.status == 0, "\(approved.output) \(approved.errors)")
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.map { $0["count"] } == [3])
        #expect(try await site.done(["retention", "run"]).elements == [])
        #expect(try await site.done(["retention", "list", "--rule", "dossier"]).elements == [])
        let history = try await site.run(["agreement", "history", file, "--json"])
        #expect(!history.output.contains("Secret"))
        #expect(
            history.json.elements?.suffix(2).map { $0["type"] } == [
                "elimination_approved", "values_eliminated",
            ])
        let audit = try await site.done(["audit", "verify"])
        #expect(audit["green"] == true)
        #expect(audit["eliminated"] == 3)
        let recorded = try await site.run(["agreement", "record", file])
        let replay = try await site.run(["workflow", "replay", try site.file("gone.jsonl", recorded.output)])
        #expect(replay.status == 0, "\(replay.output) \(replay.errors)")
    }

    @Test("Mails older than a year lose their texts and addresses; the rows stay, and the audit is green")
    func mails() async throws {
        let (site, _) = try await Self.rejected()
        try await site.withOwner {
            try await $0.execute("UPDATE entente.notice SET status = 'accepted', settled_at = now()")
        }
        let before = try await site.done(["notice", "list"]).elements ?? []
        #expect(!before.isEmpty)
        let run = try await site.done(["retention", "run"])
        #expect(run.elements?.map { $0["rule"] } == ["mail"])
        #expect(run.elements?.first?["count"] == .integer(Int64(before.count)))
        let after = try await site.run(["notice", "list", "--json"])
        #expect(after.json.elements?.count == before.count)
        #expect(!after.output.contains("anne@"))
        #expect(try await site.done(["retention", "run"]).elements == [])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }
}

import Agreements
import Engine
import Foundation
import Postgres
import Testing
import Web

@testable import App

@Suite("Retention from the pages, on PostgreSQL")
struct RetentionPageOnPostgres {
    private static let anne = "anne@inserm.example"
    private static let archivist = "bernard@inserm.example"

    /// Two rejected files, two years and a day later.
    private static func rejected() async throws -> CommandLineSite {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["grant", "add", archivist, "ARCH"])
        try await site.done(["reference", "load"])
        for title in ["First secret", "Second secret"] {
            let file = try await site.proposal(["--field", "acronym=\(title)"])
            try await site.done(["act", file, "discard", "--as", anne, "--reason", "x"])
        }
        try await site.done(["clock", "advance", "--to", "2018-03-02", "--jump"])
        return site
    }

    private static func visitor(_ address: String, _ role: String, _ installation: Installation) async throws
        -> Visitor
    {
        Visitor(
            person: try await CommandDesk(installation).person(address), name: address, address: address,
            roles: [role], session: UUID())
    }

    @Test(
        "Of a mail that was kept long enough the list says that it is eliminated, and nothing is left to note"
    )
    func mails() async throws {
        let site = try await Self.rejected()
        try await site.withOwner {
            try await $0.execute("UPDATE entente.notice SET status = 'accepted', settled_at = now()")
        }
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Self.visitor("denis@inserm.example", "INT", installation)
            let before = try await desk.notices(ListQuery(), office)
            let gone = ListCell.words(LocalizedText(fr: "éliminé", en: "eliminated"))
            #expect(!before.rows.isEmpty && !before.rows.contains { $0.contains(gone) })
            #expect(try await desk.eliminate(requestID: "page/3", office).isEmpty)
            let after = try await desk.notices(ListQuery(), office)
            #expect(after.rows.count == before.rows.count && after.rows.allSatisfy { $0.contains(gone) })
        }
    }

    @Test("The list goes from file to file; only the archivist consents, and then what was named is gone")
    func approved() async throws {
        let site = try await Self.rejected()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let archivist = try await Self.visitor(Self.archivist, "ARCH", installation)
            let office = try await Self.visitor("denis@inserm.example", "INT", installation)
            let all = try await desk.retention(after: nil, archivist).lines.filter { $0.rule == "dossier" }
            #expect(all.count == 2 && all.allSatisfy { $0.state == .awaited })

            let commands = desk.desk(archivist)
            let first = try await commands.retention(after: nil, limit: 1)
            #expect(first.next == all.first?.file)
            let second = try await commands.retention(after: first.next, limit: 1)
            #expect(second.next == nil && Set(second.lines.map { $0.item?.agreement }) == [all.last?.file])

            let file = try #require(all.first?.file).description
            let visa = VisaRequest(file: file, rule: "dossier", reason: "seen", requestID: "page/1")
            let other = VisaRequest(file: file, rule: "dossier", reason: "seen", requestID: "page/0")
            await #expect(throws: Refusal.self) { try await desk.approve(other, office) }
            try await desk.approve(visa, archivist)
            try await desk.approve(visa, archivist)
            #expect(try await desk.eliminate(requestID: "page/2", office).isEmpty)
            let left = try await desk.retention(after: nil, archivist).lines.filter { $0.rule == "dossier" }
            #expect(left.map(\.file) == [all.last?.file])
        }
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }
}

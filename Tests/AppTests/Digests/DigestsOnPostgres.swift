import Agreements
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

@Suite("Digests, on PostgreSQL with SMTP", .besideThePool)
struct DigestsOnPostgres {
    private static let (anne, kim) = ("anne@inserm.example", "kim@inserm.example")

    @Test(
        "On each business day one summary leaves for whoever has something to do, and after an outage the latest only"
    )
    func calendar() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal()
        let clock = Clock(site: site, smtp: smtp)

        // A Tuesday at noon, then Wednesday and Thursday; the Saturday and the Sunday have none.
        try await clock.advance(to: "2016-03-01T12:00")
        try await clock.advance(to: "2016-03-03T12:00")
        #expect(try await days(site, of: Self.anne) == ["2016-03-03", "2016-03-02", "2016-03-01"])
        try await clock.advance(to: "2016-03-07T07:29")
        #expect(try await days(site, of: Self.anne).first == "2016-03-04")
        try await clock.advance(to: "2016-03-07T07:30")
        #expect(try await days(site, of: Self.anne).prefix(2) == ["2016-03-07", "2016-03-04"])

        // An outage from Monday to Thursday afternoon, and the rest of that day.
        try await clock.advance(to: "2016-03-10T15:00", "--jump")
        try await clock.advance(to: "2016-03-10T23:00")
        #expect(try await days(site, of: Self.anne).prefix(2) == ["2016-03-10", "2016-03-07"])

        // Easter Monday.
        try await clock.advance(to: "2016-03-24T12:00", "--jump")
        try await clock.advance(to: "2016-03-29T07:00")
        #expect(try await days(site, of: Self.anne).prefix(2) == ["2016-03-25", "2016-03-24"])

        #expect(try await days(site, of: Self.kim).isEmpty, "nothing for whoever has nothing to do")
        let digests = try await site.done(["digest", "list"]).elements ?? []
        #expect(digests.allSatisfy { $0["status"] == "accepted" && $0["kind"] == "steps" })
        let received = Dictionary(grouping: try smtp.received(), by: \.messageID)
        for digest in digests {
            let mails = received[try #require(digest["message_id"]?.text)] ?? []
            #expect(mails.count == 1, "\(digest["day"]?.text ?? "")")
            #expect(mails.first?.recipients == [digest["address"]?.text ?? ""])
        }
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("Whoever may act for another finds the other's steps, with a link to the pages")
    func delegated() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal()
        try await site.done(["delegation", "grant", Self.anne, Self.kim, "PI_FR"])
        try await Clock(site: site, smtp: smtp).advance(to: "2016-03-02T09:00")
        let digests = try await site.done(["digest", "list", "--day", "2016-03-02"]).elements ?? []
        let own = try #require(digests.first { $0["address"]?.text == Self.kim })
        let id = try #require(own["id"]?.text)
        let text = try #require(try await site.done(["notice", "show", id])["text"]?.text)
        #expect(text.contains("by delegation from anne") && text.contains("par délégation de anne"))
        #expect(text.contains("In Entente: http://"))
        let mail = try #require(try smtp.received().first { $0.messageID == own["message_id"]?.text })
        #expect(mail.recipients == [Self.kim] && !mail.text.contains("X-Entente-Agreement"))
    }

    @Test("Whoever acts for somebody who is away is told of their step once, with the digests")
    func handedOver() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        try await site.done(["delegation", "grant", Self.anne, Self.kim, "PI_FR"])
        let clock = Clock(site: site, smtp: smtp)
        try await clock.advance(to: "2016-03-02T09:00")
        try await site.done([
            "absence", "add", Self.anne, "--from", "2016-03-03", "--until", "2016-03-11", "--as",
            "denis@inserm.example",
        ])
        try await clock.advance(to: "2016-03-07T09:00")
        let told = try await site.done(["notice", "list", file]).elements?.filter { $0["notice"] == "N30H" }
        #expect(told?.compactMap { $0["address"]?.text } == [Self.kim])
        let history = try await site.done(["agreement", "history", file]).elements ?? []
        #expect(history.filter { $0["type"]?.text == "holders_changed" }.count == 1)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("Two runners at the same time write one digest, and in a simulated database none unless asked")
    func runners() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal()
        try await site.done(["clock", "advance", "--to", "2016-03-01T12:00"])
        #expect(try await days(site, of: Self.anne).isEmpty)
        try await site.withInstallation(["ENTENTE_DIGESTS": "always"]) { installation in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        _ = try await DigestService(installation).plan()
                        try await JobService(installation).doReady()
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(try await days(site, of: Self.anne) == ["2016-03-01"])
        let jobs = try await site.done(["job", "list"]).elements ?? []
        #expect(jobs.filter { $0["kind"] == "digest" }.count == 1)
        #expect(jobs.filter { $0["kind"] == "digest-mail" }.allSatisfy { $0["state"] == "done" })
    }

    /// The days of whose digests a person was owed one, the newest first.
    private func days(_ site: CommandLineSite, of address: String) async throws -> [String] {
        let digests = try await site.done(["digest", "list"]).elements ?? []
        return digests.filter { $0["address"]?.text == address }.compactMap { $0["day"]?.text }
    }

    /// Moves the clock of a site with digests on, and mails that go to the test's server.
    private struct Clock {
        let site: CommandLineSite
        let smtp: RecordingSMTP

        func advance(to instant: String, _ more: String...) async throws {
            let changes = [
                "ENTENTE_DIGESTS": "always", "ENTENTE_SMTP_HOST": "127.0.0.1",
                "ENTENTE_SMTP_PORT": "\(smtp.port)", "ENTENTE_SMTP_SECURITY": "none",
            ]
            let run = try await site.run(["clock", "advance", "--to", instant] + more, changes)
            #expect(run.status == 0, "\(run.errors)")
        }
    }
}

import Agreements
import Definitions
import Engine
import Foundation
import Logging
import Mail
import Postgres
import Storage
import TestSupport
import Testing

@testable import App

@Suite("Scenarios, on PostgreSQL with SMTP", .besideThePool)
struct ScenariosOnPostgres {
    @Test(
        "Every date, state, task and mail of the scenario comes true", arguments: ScenarioFolder.onRealParts)
    func scenario(name: String) async throws {
        let file = try ScenarioFolder().scenario(name)
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let site = try await TestSite.make(start: file.start, smtp: smtp)
        let installation = try await site.installation()
        for workflow in file.workflows {
            let path = "\(installation.settings.workflowsFolder)/\(workflow).yaml"
            _ = try await WorkflowPublisher(installation).publish(path, by: nil, operator: nil)
        }
        var player = ScenarioPlayer(file, in: ScenarioWorld(installation), randomness: .system)
        let failures = try await player.play()
        #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
        let report = try await AuditVerifier(installation.databases.engine).verify()
        #expect(report.isGreen, "\(report.findings)")
        try await compare(smtp, with: installation)
        await installation.close()
        smtp.stop()
    }

    /// One message for each notice that was accepted, under its own Message-ID, to its recipient and, once for each
    /// time that it is owed, to the office; in plain text and HTML, with answers to the office.
    private func compare(_ smtp: RecordingSMTP, with installation: Installation) async throws {
        let received = try smtp.received()
        let all = try await installation.catalogue.notices(limit: Catalogue.rowsMax)
        let undelivered = all.filter { !["accepted", "withdrawn"].contains($0.status) }
        #expect(undelivered.isEmpty, "\(undelivered.map { "\($0.notice) \($0.status)" })")
        let notices = all.filter { $0.status == "accepted" }
        #expect(received.count == notices.count)
        let mails = Dictionary(grouping: received, by: \.messageID)
        let office = installation.institution.contact
        for notice in notices {
            let copies = mails[notice.messageID] ?? []
            #expect(copies.count == 1, "\(notice.notice) \(notice.messageID)")
            let mail = try #require(copies.first)
            #expect(mail.recipients == [notice.address, notice.copy].compactMap(\.self))
            #expect(mail.header("Cc") == notice.copy && [nil, office].contains(notice.copy))
            #expect(mail.header("Reply-To") == office)
            #expect(mail.header("Content-Type")?.hasPrefix("multipart/alternative; boundary=") == true)
            let parts = mail.text.split(separator: "\r\n").filter { $0.hasPrefix("Content-Type: text/") }
            #expect(parts == ["plain", "html"].map { "Content-Type: text/\($0); charset=utf-8" })
        }
        let copied = notices.filter { $0.copy != nil }
        #expect(!copied.isEmpty || notices.isEmpty)
        #expect(Set(copied.map { "\($0.agreement) \($0.eventSeq) \($0.notice)" }).count == copied.count)
    }
}

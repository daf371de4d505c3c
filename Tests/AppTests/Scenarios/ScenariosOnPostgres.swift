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

@Suite("Scenarios, on PostgreSQL with SMTP")
struct ScenariosOnPostgres {
    @Test("Every date, state, task and mail of the scenario comes true", arguments: ScenarioFolder.names)
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

    /// One message for each notice that was accepted, under its own Message-ID, to its recipient, and
    /// never to others.
    private func compare(_ smtp: RecordingSMTP, with installation: Installation) async throws {
        let received = try smtp.received()
        let notices = try await installation.catalogue.notices(limit: Catalogue.rowsMax).filter {
            $0.status == "accepted"
        }
        #expect(received.count == notices.count)
        let mails = Dictionary(grouping: received, by: \.messageID)
        for notice in notices {
            let copies = mails[notice.messageID] ?? []
            #expect(copies.count == 1, "\(notice.notice) \(notice.messageID)")
            #expect(copies.first?.recipients == [notice.address, notice.copy].compactMap(\.self))
        }
    }
}

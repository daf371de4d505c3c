import Agreements
import App
import Definitions
import Engine
import Foundation
import Storage
import TestSupport
import Testing

@Suite("A killed runner", .besideThePool)
struct KilledRunner {
    @Test("Loses no mail, and sends none twice but what it was sending when it was killed")
    func killed() async throws {
        let file = try ScenarioFolder().scenario("lea-two-amendments-of-one-field")
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let site = try await TestSite.make(start: file.start, smtp: smtp)
        let installation = try await site.installation()
        _ = try await WorkflowPublisher(installation).publishFolder()
        var player = ScenarioPlayer(
            file, in: ScenarioWorld(installation, delivering: false), randomness: .system)
        _ = try await player.play()
        // What stopped being true before a runner came was withdrawn; the rest is owed.
        let owed = try await installation.catalogue.notices(status: "owed", limit: Catalogue.rowsMax).map(
            \.messageID)
        #expect(owed.count > 20)

        var kills = 0
        for share in [4, 2] {
            let runner = try RunningCommand(["work"], of: site.settings, smtp: smtp)
            try await Patience.until("1/\(share) of \(owed.count) mails sent") {
                try smtp.received().count >= owed.count / share
            }
            runner.kill()
            kills += 1
        }
        let last = try RunningCommand(["work"], of: site.settings, smtp: smtp)
        try await Patience.until("all \(owed.count) notices accepted") {
            try await installation.catalogue.notices(status: "accepted", limit: Catalogue.rowsMax).count
                == owed.count
        }
        last.interrupt()
        #expect(last.status() == 0)

        #expect(try await installation.catalogue.jobs(state: "dead").isEmpty)
        let received = try smtp.received()
        let mails = Dictionary(grouping: received, by: \.messageID)
        let copies = owed.map { mails[$0] ?? [] }
        #expect(copies.allSatisfy { !$0.isEmpty })
        // The window that SMTP leaves open: stored by the server, not yet settled by the worker that was killed.
        #expect(copies.map(\.count).reduce(0, +) - owed.count <= kills * 8)
        #expect(copies.allSatisfy { Set($0.map(\.bytes)).count == 1 }, "each copy has the same bytes")
        #expect(received.count == copies.map(\.count).reduce(0, +), "no unknown mail")
        await installation.close()
        smtp.stop()
    }
}

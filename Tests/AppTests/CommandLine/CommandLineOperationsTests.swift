import Agreements
import App
import Engine
import Foundation
import Logging
import Storage
import TestSupport
import Testing
import Web

@Suite("The command line, on what failed", .besideThePool)
struct CommandLineOperationsTests {
    private static let anne = "anne@inserm.example"
    private static let office = "denis@inserm.example"

    @Test("A notice refused for good is a task of the office, until it is sent again or seen to")
    func bounced() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        var rules = RecordingSMTP.Rules()
        rules.recipients = [Self.anne: ["550 no such user"]]
        try smtp.follow(rules)
        let mail = [
            "ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": "\(smtp.port)",
            "ENTENTE_SMTP_SECURITY": "none",
        ]
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let advance = ["clock", "advance", "--to", "2016-06-13"]
        #expect(try await site.run(advance, mail).status == 0)

        let tasks = try await failed(site)
        #expect(tasks.count == 2)
        #expect(tasks.allSatisfy { $0["role"] == "INT" && $0["agreement"] == .string(file) })
        let hint = try #require(tasks.first?["hint"]?.text)
        #expect(hint.contains("entente job retry "))
        #expect(try await site.done(["task", "list", "--as", Self.office]).elements?.count == 2)
        let own = try await site.done(["task", "list", "--as", Self.anne])
        #expect(own.elements?.map { $0["kind"] } == ["step"])

        let first = try #require(tasks.first?["id"]?.text)
        let seen = ["notice", "acknowledge", first, "--reason", "told her by telephone"]
        try await site.done(seen)
        #expect(try await failed(site).count == 1)
        let again = try await site.run(seen + ["--json"])
        #expect(again.json["code"] == "not_refused")

        try smtp.follow(RecordingSMTP.Rules())
        let jobs = try await site.done(["job", "list", "--state", "dead"]).elements ?? []
        let second = try #require(tasks.last?["id"]?.text)
        let job = try #require(jobs.first { $0["key"]?.text == second }?["id"])
        try await site.done(["job", "retry", job.canonical])
        #expect(try await failed(site).isEmpty)
        #expect(try await site.run(["clock", "advance", "--to", "2016-06-13T00:01"], mail).status == 0)
        let sent = try await site.done(["notice", "list", file, "--status", "accepted"])
        #expect(sent.elements?.contains { $0["id"]?.text == second } == true)
        for row in sent.elements ?? [] {
            let id = try #require(row["id"]?.text)
            #expect(id == id.lowercased() && row["agreement"] == .string(file))
            #expect(try await site.done(["notice", "show", id])["id"] == row["id"])
        }
        #expect(try smtp.received().contains { $0.recipients.contains(Self.anne) })

        let messageID = try #require(try await site.done(["notice", "show", second])["message_id"]?.text)
        let bounce = [
            "notice", "bounce", messageID, "--reason", "5.1.1 no such user", "--as", Self.office,
        ]
        #expect(try await site.done(bounce)["id"]?.text == second)
        #expect(try await failed(site).map { $0["id"]?.text } == [second])
        #expect(try await site.run(bounce + ["--json"]).json["code"] == "not_delivered")
        try await Self.checkCauses(of: second, site)
        try await site.done(["job", "retry", job.canonical])
        #expect(try await failed(site).isEmpty)
        #expect(try await site.run(["clock", "advance", "--to", "2016-06-13T00:02"], mail).status == 0)
        let resent = try await site.done(["notice", "list", file, "--status", "accepted"])
        #expect(resent.elements?.contains { $0["id"]?.text == second } == true)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// Every page says by name who noted that a mail came back.
    private static func checkCauses(of notice: String, _ site: CommandLineSite) async throws {
        try await site.withInstallation { installation in
            let person = try await CommandDesk(installation).person(office)
            let visitor = Visitor(
                person: person, name: "Denis", address: office, roles: ["INT"], session: UUID())
            let desk = WebDesk(installation)
            let id = try #require(UUID(uuidString: notice))
            let sheet = try #require(try await desk.notice(id, visitor))
            var shown = sheet.verdicts.map(\.reply)
            for (list, status) in [(OfficeList.notices, "bounced"), (OfficeList.jobs, "dead")] {
                let table = try await desk.table(list, ListQuery(["status": status]), visitor)
                for cell in table.rows.joined() {
                    switch cell {
                    case .words(let words): shown.append(words)
                    case .lines(let lines): shown += lines
                    default: break
                    }
                }
            }
            let told = shown.filter { $0.fr.contains("5.1.1") }
            #expect(told.count >= 2)
            #expect(told.allSatisfy { $0.fr.hasPrefix("revenu, noté par ") && $0.en.hasPrefix("returned, ") })
            #expect(told.allSatisfy { !$0.fr.contains(person.description) })
        }
    }

    @Test("A clock is not moved while its mails cannot be written")
    func outboxBroken() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal()
        let file = site.folder.appending(path: "not a folder")
        try Data().write(to: file)
        let before = try await site.done(["clock", "show"])
        let advance = ["clock", "advance", "--to", "2016-06-13", "--json"]
        let refused = try await site.run(advance, ["ENTENTE_OUTBOX": file.path])
        #expect(refused.status == 3 && refused.json["code"] == "outbox" && refused.json["applied"] == "no")
        #expect(try await site.done(["clock", "show"]) == before)
        #expect(try await site.done(["clock", "advance", "--to", "2016-06-13"])["put_back"] == 0)
    }

    private func failed(_ site: CommandLineSite) async throws -> [JSON] {
        let tasks = try await site.done(["task", "list", "--role", "INT"])
        return tasks.elements?.filter { $0["kind"] != "step" } ?? []
    }

    @Test("A timer whose consequence is impossible is seen with its cause, and the office can leave it out")
    func stuck() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.publish(unchecked: Self.broken)
        let arguments = [
            "agreement", "propose", "--workflow", "broken", "--party", "inserm", "--party", "snu",
        ]
        let file = try #require(try await site.done(arguments + ["--as", Self.anne])["agreement"]?.text)
        let other = try await site.proposal()
        try await site.done(["clock", "advance", "--to", "2016-06-16"])
        #expect(try await site.done(["agreement", "show", other])["state"] == ["draft.locked"])

        let task = try #require(try await failed(site).first { $0["kind"] == "timer" })
        #expect(task["agreement"]?.text == file)
        #expect(task["cause"]?.text?.contains("vars.missing") == true)
        let blocked = try await site.run(["act", file, "stop", "--as", Self.anne, "--json"])
        #expect(blocked.json["code"] == "rule_failed")
        let readiness = try await site.withInstallation { try await $0.catalogue.stuckAgreements() }
        #expect(readiness == 1)

        let skip = [
            "agreement", "skip", file, "tick", "--as", Self.office, "--reason", "agreed with the lead",
        ]
        try await site.done(skip)
        #expect(try await failed(site).allSatisfy { $0["kind"] != "timer" })
        let event = try await site.done(["agreement", "history", file]).elements?.last
        #expect(event?["type"] == "timer_skipped")
        #expect(event?["reason"] == "agreed with the lead")
        #expect(try await site.run(skip).status == 1)
        try await site.done(["act", file, "stop", "--as", Self.anne])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    static let broken = """
        workflow: broken
        version: "1"
        title: { fr: T, en: T }
        instrument: LIA
        entry: open
        parameters: { proposers: [PI_FR] }
        processes:
          life:
            title: { fr: T, en: T }
            initial: draft
            states:
              draft:
                title: { fr: T, en: T }
                timers:
                  - { name: tick, due: { at: "'2016-05-03'", kind: opening }, event: tick }
                on:
                  tick: { do: [{ set: { count: vars.missing } }] }
                  stop: { title: { fr: S, en: S }, by: [PI_FR], to: over }
              over: { title: { fr: O, en: O }, legal: ended, final: true }

        """
}

extension CommandLineSite {
    /// Publishes a definition that an earlier release may have let through.
    func publish(unchecked text: String) async throws {
        let path = try file("unchecked.yaml", text)
        let (workflow, sources) = try WorkflowPublisher.load(path, zone: .paris)
        try await withInstallation { installation in
            let change = RegisterChange.workflowPublished(
                workflow: workflow.id, version: workflow.version, sha256: workflow.sha256)
            let command = RegisterCommand(
                requestID: "publish/\(workflow.id)", actor: nil, channel: .scenario, change: change)
            _ = try await installation.register.apply(command, sources: sources)
        }
    }

    /// Works on the site's database in this process, as `entente` does.
    func withInstallation<Value: Sendable>(
        _ changes: [String: String] = [:], _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        let settings = try Settings.load(
            environment: environment.merging(changes) { $1 }, workingFolder: folder.path)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let site = try await Site.open(settings, environment: environment, logger: logger)
        do {
            let value = try await body(try await site.installation())
            await site.close()
            return value
        } catch {
            await site.close()
            throw error
        }
    }
}

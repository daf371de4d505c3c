import Agreements
import Engine
import Foundation
import Notices
import Postgres
import Storage
import TestSupport
import Testing

@testable import App

@Suite("News of calls, on PostgreSQL with SMTP", .besideThePool)
struct CallNewsOnPostgres {
    private static let (anne, kim, denis) = (
        "anne@inserm.example", "kim@inserm.example", "denis@inserm.example"
    )

    @Test("Whoever subscribes is told once when a call opens and once when it is extended; nobody else is")
    func told() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        // What opened before anybody subscribed is told to nobody.
        try await Self.advance(site, smtp, to: "2016-03-02T09:00")
        try await Self.subscribe(site)
        try await site.done(Self.open + ["--opens", "2016-04-01", "--closes", "2016-05-13T17:00"])
        try await Self.advance(site, smtp, to: "2016-03-31T23:59")
        #expect(try smtp.news().isEmpty)
        try await Self.advance(site, smtp, to: "2016-04-04T09:00")
        #expect(try smtp.news() == [Self.anne: 1, Self.kim: 1])
        let first = try #require(try smtp.received().last)
        #expect(first.recipients.count == 1 && !first.text.contains("X-Entente-Agreement"))
        let shown = try await site.done(["notice", "show", try #require(first.messageID)])
        #expect(shown["notice"] == "N03" && shown["agreement"] == .null)
        #expect(shown["text"]?.text?.contains("L’appel 2017 (LIA) est ouvert") ?? false)
        #expect(shown["created_at"] == "2016-03-31T22:00:00.000Z")

        try await site.done(["call", "extend", "2017", "--closes", "2016-05-20T17:00"])
        try await Self.advance(site, smtp, to: "2016-04-05T09:00")
        try await Self.advance(site, smtp, to: "2016-04-06T09:00")
        #expect(try smtp.news() == [Self.anne: 2, Self.kim: 2])

        try await site.done(["call", "unsubscribe", Self.kim, "--as", Self.kim])
        try await site.done(["person", "disable", Self.anne, "--as", Self.denis])
        try await site.done(["call", "extend", "2017", "--closes", "2016-05-27T17:00"])
        try await Self.advance(site, smtp, to: "2016-04-07T09:00")
        #expect(try smtp.news() == [Self.anne: 2, Self.kim: 2])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test(
        "After an outage the last news is told, and none of a call that has closed; what is news no more is withdrawn"
    )
    func outage() async throws {
        let smtp = try RecordingSMTP()
        defer { smtp.stop() }
        let site = try await CommandLineSite.laboratory()
        try await Self.advance(site, smtp, to: "2016-03-02T09:00")
        try await Self.subscribe(site)
        try await site.done(Self.open + ["--opens", "2016-04-01", "--closes", "2016-04-15T17:00"])
        try await site.done(["call", "extend", "2017", "--closes", "2016-04-22T17:00"])
        try await Self.advance(site, smtp, to: "2016-04-05T09:00", "--jump")
        #expect(try smtp.news() == [Self.anne: 1, Self.kim: 1])
        #expect(try smtp.received().allSatisfy { !$0.text.contains("prolong") })
        try await site.done([
            "call", "open", "--instruments", "LIA", "--year", "2018", "--opens", "2016-05-02", "--closes",
            "2016-05-13T17:00", "--as", Self.denis,
        ])
        try await Self.advance(site, smtp, to: "2016-05-16T09:00", "--jump")
        #expect(try smtp.news() == [Self.anne: 1, Self.kim: 1])
        try await Self.withdrawn(site, smtp)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// A mail that waits for a runner is withdrawn once its reader asks to be told no more.
    private static func withdrawn(_ site: CommandLineSite, _ smtp: RecordingSMTP) async throws {
        try await site.done([
            "call", "open", "--instruments", "LIA", "--year", "2019", "--opens", "2016-05-17", "--closes",
            "2016-06-17T17:00", "--as", denis,
        ])
        try await site.withInstallation { installation in
            _ = try await installation.clock.advance(to: "2016-05-18T07:00:00.000Z")
            try await CallNewsService(installation).plan()
            let news = try #require(try await installation.callMails.news().first)
            let now = try await installation.store.now()
            let composer = CallMailComposerSample.composer
            let call = try #require(try await installation.catalogue.calls().first { $0.id == news.call })
            let people = try await installation.catalogue.people().filter { $0.email == kim }
            let mails = people.map {
                composer.compose(call, opened: true, for: CallMailComposerSample.reader($0), at: now)
            }
            for _ in 0..<2 {
                try await installation.callMails.insert(mails, telling: news, at: now)
            }
            let id = try #require(mails.first?.id)
            #expect(try await installation.callMails.load(id)?.withdrawn == false)
            try await site.done(["call", "unsubscribe", kim, "--as", kim])
            #expect(try await installation.callMails.load(id)?.withdrawn == true)
        }
        try await advance(site, smtp, to: "2016-05-18T09:30")
        #expect(try smtp.news() == [anne: 1, kim: 1])
    }

    @Test(
        "A person enters and ends subscriptions of their own, the office those of anybody; the list says who has which"
    )
    func rights() async throws {
        let site = try await CommandLineSite.laboratory()
        let own = ["call", "subscribe", Self.kim, "--instruments", "lia", "--as", Self.kim]
        let first = try await site.done(own + ["--request-id", "r-1"])
        #expect(first["instruments"] == ["LIA"])
        #expect(try await site.done(own + ["--request-id", "r-1"]) == first)
        let table: [([String], String)] = [
            (["subscribe", Self.kim, "--instruments", "LIA", "--as", Self.anne], "not_authorized"),
            (["subscribe", Self.kim, "--instruments", "GDRI", "--as", Self.kim], "unknown_instrument"),
            (["unsubscribe", Self.kim, "--as", Self.anne], "not_authorized"),
            (["unsubscribe", Self.anne, "--as", Self.anne], "not_subscribed"),
        ]
        for (arguments, code) in table {
            let run = try await site.run(["call"] + arguments + ["--json"])
            #expect(run.status != 0 && run.json["code"] == .string(code), "\(arguments): \(run.output)")
        }
        let subscribers = ["call", "subscribers", "--instrument", "LIA"]
        #expect(try await site.done(subscribers).elements?.count == 1)
        #expect(try await site.run(subscribers).output.contains("kim"))
        try await site.done(["call", "unsubscribe", Self.kim, "--instruments", "LIA", "--as", Self.denis])
        #expect(try await site.done(subscribers) == [])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
        try await site.withOwner {
            try await $0.execute("UPDATE entente.subscription SET instruments = '{LEA}'")
        }
        #expect(try await site.run(["audit", "verify", "--json"]).json["green"] == false)
    }

    private static let open = [
        "call", "open", "--instruments", "LIA", "--year", "2017", "--as", denis,
    ]

    private static func subscribe(_ site: CommandLineSite) async throws {
        for (person, by) in [(anne, denis), (kim, kim)] {
            try await site.done(["call", "subscribe", person, "--instruments", "LIA", "--as", by])
        }
    }

    /// With mails that go to the test's server.
    private static func advance(
        _ site: CommandLineSite, _ smtp: RecordingSMTP, to instant: String, _ more: String...
    ) async throws {
        let changes = [
            "ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": "\(smtp.port)",
            "ENTENTE_SMTP_SECURITY": "none",
        ]
        let run = try await site.run(["clock", "advance", "--to", instant] + more, changes)
        #expect(run.status == 0, "\(run.errors)")
    }
}

extension RecordingSMTP {
    /// How many news of calls each reader got.
    fileprivate func news() throws -> [String: Int] {
        try received().filter { !$0.text.contains("X-Entente-Agreement") }
            .reduce(into: [:]) { counts, mail in counts[mail.recipients.first ?? "", default: 0] += 1 }
    }
}

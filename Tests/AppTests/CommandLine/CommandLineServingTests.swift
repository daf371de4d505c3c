import Agreements
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The server, as an operator starts it", .besideThePool)
struct CommandLineServingTests {
    private static let base = ["ENTENTE_BASE_URL": "https://entente.institute.example"]

    @Test("A taken port is told before anything is made")
    func takenPort() async throws {
        let site = try await CommandLineSite.bare()
        let taken = try RecordingSMTP()
        defer { taken.stop() }
        let run = try await site.run(["serve", "--port", "\(taken.port)", "--json"])
        #expect(run.status == 3)
        #expect(
            run.json["code"] == "address_in_use" && run.json["applied"] == "no", "\(run.output)\(run.errors)")
        let message = run.json["message"]?.text ?? ""
        #expect(message.contains("ENTENTE_HTTP_PORT") && message.contains("--port"))
        let schemas = try await site.withOwner {
            try await $0.one("SELECT count(*) AS n FROM pg_namespace WHERE nspname = 'entente'").decode(
                Int.self, "n")
        }
        #expect(schemas == 0)
    }

    @Test(
        "An empty institution is a real one, unless a simulated one is asked for; it has no agreement",
        arguments: [false, true])
    func empty(isSimulated: Bool) async throws {
        let site = try await CommandLineSite.bare()
        let server = try ServingCommand(site, [:], isSimulated ? ["--simulated"] : [])
        _ = try await server.port()
        #expect(try await site.done(["clock", "show"])["simulated"] == .bool(isSimulated))
        #expect(try await site.done(["agreement", "list"]) == [])
        #expect(try await site.events() == 0)
        let moved = try await site.run(["clock", "advance", "--to", "2040-01-01", "--json"])
        #expect(moved.status == (isSimulated ? 0 : 1), "\(moved.output)\(moved.errors)")
        #expect(server.interrupt() == 0)
    }

    @Test(
        "An empty start where another institution is than it would make is refused, and says what to do",
        arguments: [("2016-03-01", []), (nil, ["--simulated"])] as [(String?, [String])])
    func otherInstitution(start: String?, flags: [String]) async throws {
        let site = try await CommandLineSite.founded(at: start)
        let run = try await site.run(["serve", "--empty", "--single-role", "--port", "0", "--json"] + flags)
        #expect(run.status == 3 && run.json["code"] == "configuration", "\(run.output)\(run.errors)")
        #expect(run.json["message"]?.text?.contains("begin anew") == true)
    }

    @Test("While a demonstration is played nothing else changes the database; it can be read")
    func demonstrationUnderWay() async throws {
        let site = try await CommandLineSite.laboratory()
        let mark = try site.file("demonstration.json", "")
        let commands = [
            ["clock", "advance", "--to", "2016-04-01"], ["grant", "add", "kim@inserm.example", "DAJ"],
            [
                "agreement", "propose", "--workflow", "lia", "--as", "anne@inserm.example", "--party",
                "inserm",
            ],
        ]
        for command in commands {
            let run = try await site.run(command + ["--json"])
            #expect(run.status == 1 && run.json["code"] == "demonstration_under_way", "\(run.output)")
        }
        #expect(try await site.done(["agreement", "list"]) == [])
        try FileManager.default.removeItem(atPath: mark)
        try await site.done(commands[0])
    }

    @Test("A simulated institution is asked for with an empty one only")
    func simulatedDemonstration() async throws {
        let run = try await CommandLineSite.bare().run(["serve", "--simulated"])
        #expect(run.status == 2 && run.errors.contains("--empty"), "\(run.errors)")
    }

    @Test(
        "Behind https it answers to its own name and keeps browsers on TLS; the link of a mail leads to its file"
    )
    func behindTLS() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let advanced = try await site.run(["clock", "advance", "--to", "2016-06-02"], Self.base)
        #expect(advanced.status == 0, "\(advanced.errors)")
        let link = try #require(try Self.links(in: site).first)
        let before = try await site.events()

        let server = try ServingCommand(site, Self.base, ["--simulated"])
        let port = try await server.port()
        let page = try await site.get(link, "entente.institute.example", port: port)
        #expect(page.hasPrefix("HTTP/1.1 200"), "\(page)")
        #expect(page.lowercased().contains("strict-transport-security"))
        #expect(page.contains(file) && page.contains("mailto:contact@entente.example"))
        #expect(!page.replacing("class=\"banner", with: "").lowercased().contains("anne"))
        #expect(try await site.get(link, "other.example", port: port).hasPrefix("HTTP/1.1 421"))
        let altered = String(link.dropLast()) + (link.hasSuffix("A") ? "B" : "A")
        let refused = try await site.get(altered, "entente.institute.example", port: port)
        #expect(refused.hasPrefix("HTTP/1.1 404"))
        #expect(try await site.events() == before)

        try await site.withOwner {
            _ = try await $0.execute("UPDATE entente.notice SET status = 'withdrawn'")
        }
        let gone = try await site.get(link, "entente.institute.example", port: port)
        #expect(gone.hasPrefix("HTTP/1.1 410"))
        #expect(server.interrupt() == 0)
    }

    @Test("An outbox that cannot be written makes the server unready, and is logged once")
    func unwritableOutbox() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let outbox = ["ENTENTE_OUTBOX": "/dev/null/outbox"]
        let server = try ServingCommand(site, Self.base.merging(outbox) { $1 }, ["--simulated"])
        let port = try await server.port()
        let warning = "the outbox cannot be written"
        try await Patience.until("the warning") { try server.said().contains(warning) }
        for _ in 0..<2 {
            let ready = try await site.get("/readyz", "entente.institute.example", port: port)
            #expect(ready.hasPrefix("HTTP/1.1 503") && ready.contains("Not a directory"), "\(ready)")
        }
        #expect(server.interrupt() == 0)
        #expect(try server.said().components(separatedBy: warning).count == 2)
    }

    /// The paths of the links in the mails of the outbox.
    private static func links(in site: CommandLineSite) throws -> [String] {
        let outbox = site.folder.appending(path: "outbox")
        let mails = try FileManager.default.contentsOfDirectory(at: outbox, includingPropertiesForKeys: nil)
        return try mails.compactMap { mail in
            let text = try String(contentsOf: mail, encoding: .utf8).unquoted
            return text.firstMatch(
                of: /https:\/\/entente\.institute\.example(\/n\/[0-9a-f-]{36}\/[A-Za-z0-9_-]{22})/
            )
            .map { String($0.1) }
        }
    }
}

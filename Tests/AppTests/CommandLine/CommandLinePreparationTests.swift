import Agreements
import Foundation
import TestSupport
import Testing

@Suite("What a server prepares beside its first pages", .besideThePool)
struct CommandLinePreparationTests {
    private static let sound = """
        workflow: question
        version: "1"
        title: { fr: Question, en: Question }
        instrument: QR
        entry: open
        processes:
          life:
            title: { fr: Question, en: Question }
            initial: asked
            states:
              asked:
                title: { fr: Posée, en: Asked }
                task: { role: INT, title: { fr: Répondre, en: Answer } }
                on:
                  answer: { title: { fr: Répondre, en: Answer }, by: [INT], input: { answer: text }, to: answered }
              answered: { title: { fr: Répondue, en: Answered }, final: true }
        """

    @Test("A definition that the gate turns down stops neither the server nor the definitions after it")
    func refused() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let folder = site.folder.appending(path: "own")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try site.file("own/a-broken.yaml", Self.sound.replacing("to: answered", with: "to: nowhere"))
        _ = try site.file("own/b-sound.yaml", Self.sound)
        let server = try ServingCommand(site, ["ENTENTE_WORKFLOWS": folder.path], ["--simulated"])
        let port = try await server.port()
        try await Patience.until("the sound one is published") {
            try server.said().contains("Published: question 1.")
        }
        let said = try server.said()
        #expect(
            said.contains("a-broken.yaml was not published") && said.contains("a-broken.yaml:15:"), "\(said)")
        let ready = try await site.get("/readyz", port: port)
        #expect(
            ready.hasPrefix("HTTP/1.1 200")
                && ready.contains("not published: a-broken.yaml (entente workflow check)"), "\(ready)")
        #expect(try await site.done(["workflow", "list"]).elements?.count == 1)
        #expect(server.interrupt() == 0)
    }

    @Test("A folder that cannot be read is told, and the server serves")
    func noFolder() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let server = try ServingCommand(site, ["ENTENTE_WORKFLOWS": "/nowhere"], ["--simulated"])
        let port = try await server.port()
        try await Patience.until("the folder is told") {
            try server.said().contains("/nowhere was not published")
        }
        #expect(try await site.get("/readyz", port: port).contains("not published: /nowhere"))
        #expect(server.interrupt() == 0)
    }

    @Test("Whatever is logged, no secret is, and a service is named, not described")
    func secrets() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let canary = "canary-of-a-password"
        let server = try ServingCommand(
            site,
            [
                "ENTENTE_LOG_LEVEL": "trace", "ENTENTE_SMTP_HOST": "127.0.0.1",
                "ENTENTE_SMTP_USER": "entente",
                "ENTENTE_SMTP_PASSWORD": canary,
            ], ["--simulated"])
        _ = try await server.port()
        #expect(server.interrupt() == 0)
        let said = try server.said()
        #expect(said.contains("\"InTurn\"") && !said.contains("InTurn(") && !said.contains(canary))
    }
}

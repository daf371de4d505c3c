import Agreements
import Foundation
import Testing

@testable import Web

@Suite("The page behind the link of a notice")
struct NoticePageTests {
    private static let id = UUID()
    private static let path = "/n/\(id.uuidString.lowercased())/\(String(repeating: "t", count: 22))"
    private static let view = NoticeView(
        reference: "LIA-2016-0042",
        instrument: .init(fr: "Laboratoire <associé>", en: "Associated laboratory"),
        step: .init(fr: "Recevabilité à contrôler", en: "Admissibility to check"), isAwaited: true,
        contact: "contact@entente.example")

    private static func port(_ answer: NoticeView.Answer) -> WebStatus {
        var port = WebStatus.sample
        port.notice = { id, token in id == Self.id && token.allSatisfy { $0 == "t" } ? answer : .unknown }
        return port
    }

    @Test(
        "It names file and step, and whom to answer, in the reader's language",
        arguments: [
            ("fr", ["Recevabilité à contrôler", "Laboratoire &lt;associé&gt;", "Répondez au courriel"]),
            ("en", ["Admissibility to check", "Associated laboratory", "Answer the mail"]),
        ])
    func found(language: String, expected: [String]) async throws {
        try await withServer(Self.port(.found(Self.view))) { wire in
            let reply = try await wire.get(Self.path, ["Accept-Language: \(language)", "Accept: text/html"])
            #expect(reply.status == 200 && reply.headers["content-language"] == language)
            for text in expected + ["LIA-2016-0042", "mailto:contact@entente.example"] {
                #expect(reply.body.contains(text), "\(text)")
            }
            let other = language == "fr" ? "en" : "fr"
            #expect(reply.body.contains("href=\"\(Self.path)?lang=\(other)\""))
            for (name, value) in HeaderTests.expected { #expect(reply.headers[name] == value, "\(name)") }
            #expect(reply.body.count(of: "<h1") == 1 && reply.body.count(of: "<form method=\"post\"") == 1)
            #expect(try await wire.get("\(Self.path)?lang=\(other)").headers["content-language"] == other)
        }
    }

    @Test("A step at which nobody is awaited says so")
    func calm() async throws {
        var view = Self.view
        view.isAwaited = false
        try await withServer(Self.port(.found(view))) { [view] wire in
            let body = try await wire.get("\(Self.path)?lang=en").body
            #expect(body.contains("Nothing is awaited") && body.contains(view.reference))
        }
    }

    @Test("A link that nobody made is not found, a void one is gone, and each says what to do")
    func refused() async throws {
        try await withServer(Self.port(.gone)) { wire in
            let gone = try await wire.get(Self.path, ["Accept: text/html"])
            #expect(gone.status == 410 && gone.body.contains("<h1>") && gone.body.contains("répondez"))
            let altered = try await wire.get("\(Self.path.dropLast())x", ["Accept: text/html"])
            #expect(altered.status == 404 && altered.body.contains("répondez"))
            #expect(try await wire.get("\(Self.path)x").member("code") == "notice_unknown")
            #expect(try await wire.get(Self.path).member("code") == "notice_gone")
        }
    }

    @Test(
        "A path of another form is asked of nobody",
        arguments: [
            "/n/", "/n/x/y", "\(path)/", "\(path)/more",
            "/n/\(id.uuidString)/\(String(repeating: "t", count: 22))",
            "/n//\(id)", "/n/\(id.uuidString.lowercased())/\(String(repeating: "t", count: 65))",
        ])
    func otherForms(path: String) async throws {
        var port = WebStatus.sample
        port.notice = { _, _ in .found(Self.view) }
        try await withServer(port) { wire in
            let reply = try await wire.get(path)
            #expect(reply.member("code") == "notice_unknown")
        }
    }

    @Test("It can be read, and a lost database is told as such")
    func readOnly() async throws {
        var port = Self.port(.found(Self.view))
        try await withServer(port) { wire in
            let reply = try await wire.get(Self.path, method: "PUT")
            #expect(reply.status == 405 && reply.headers["allow"] == "GET, HEAD, POST")
            let head = try await wire.get(Self.path, method: "HEAD")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(try await wire.get(Self.path, ["Accept: image/png"]).status == 406)
        }
        port.notice = { _, _ in throw WebUnavailable() }
        try await withServer(port) { wire in
            let reply = try await wire.get(Self.path)
            #expect(reply.status == 503)
        }
    }

    @Test("No token comes into a log")
    func logged() {
        #expect(Routes.logged(Self.path) == "/n/…")
        #expect(Routes.logged("/n/x") == "/n/…")
        #expect(Routes.logged("/healthz") == "/healthz")
    }
}

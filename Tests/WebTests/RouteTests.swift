import Agreements
import Testing
import Web

@Suite("What each address answers")
struct RouteTests {
    /// A house with somebody who sees the figures of the start page.
    private static func office() async throws -> (House, Guest) {
        let house = House()
        return (house, try await house.guest(roles: ["INT"]))
    }

    @Test("A living process says so in text, or in JSON when asked")
    func health() async throws {
        try await withServer { wire in
            let text = try await wire.get("/healthz")
            #expect(text.status == 200 && text.body == "ok\n")
            #expect(text.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(try await wire.get("/healthz", ["Accept: application/json"]).member("status") == "ok")
        }
    }

    @Test("A ready process lists every check")
    func ready() async throws {
        try await withServer { wire in
            let reply = try await wire.get("/readyz")
            #expect(reply.status == 200 && reply.headers["retry-after"] == nil)
            #expect(reply.member("ready") == "1" || reply.member("ready") == "true")
            for name in Readiness.Name.allCases { #expect(reply.body.contains("\"\(name.rawValue)\"")) }
        }
    }

    @Test(
        "A failed check makes the process unready, a note does not",
        arguments: [(Readiness.State.failed, 503, "5"), (.note, 200, nil), (.ok, 200, nil)]
            as [(_, _, String?)])
    func unready(state: Readiness.State, status: Int, retry: String?) async throws {
        var port = WebStatus.sample
        port.readiness = { Readiness(checks: [.init(.database, .ok), .init(.singleRole, state, "why")]) }
        try await withServer(port) { wire in
            let reply = try await wire.get("/readyz")
            #expect(reply.status == status && reply.headers["retry-after"] == retry)
            #expect(
                reply.body.contains(#"{"detail":"why","name":"single_role","state":"\#(state.rawValue)"}"#))
        }
    }

    @Test("Without its port the server lives, is not ready, and hides why the page fails")
    func unimplemented() async throws {
        let (house, office) = try await Self.office()
        try await withServer(.unimplemented, house: house) { wire in
            #expect(try await wire.get("/readyz").status == 503)
            let failed = try await wire.get("/", [office.cookie])
            #expect(failed.status == 500 && failed.member("code") == "internal_error")
            #expect(!failed.body.contains("NotProvided"))
            #expect(
                failed.member("instance") == "urn:entente:request:\(failed.headers["x-request-id"] ?? "")")
            #expect(try await wire.get("/healthz").status == 200)
        }
    }

    @Test("What cannot be had now is answered 503 with the time to come back, in whole seconds")
    func unavailable() async throws {
        var port = WebStatus.sample
        port.overview = { throw WebUnavailable(retryAfter: .milliseconds(20)) }
        let (house, office) = try await Self.office()
        try await withServer(port, house: house) { wire in
            let reply = try await wire.get("/", [office.cookie])
            #expect(reply.status == 503 && reply.headers["retry-after"] == "1")
            #expect(reply.member("code") == "unavailable" && reply.member("applied") == "no")
        }
    }

    @Test(
        "While a demonstration is played a page says how far it is and asks again; probes and the style answer"
    )
    func demonstration() async throws {
        var port = WebStatus.sample
        port.demonstration = { PlayedSteps(done: 12, of: 40) }
        try await withServer(port) { wire in
            for path in ["/", "/login?next=/todo", "/files"] {
                let page = try await wire.get(path, ["Accept: text/html", "Accept-Language: en"])
                #expect(page.status == 503 && page.body.contains("step 12 of 40"), "\(page.body)")
                #expect(page.headers["refresh"] == "2" && page.headers["retry-after"] == "2")
            }
            #expect(try await wire.get("/files").member("code") == "demonstration_under_way")
            #expect(try await wire.get("/none").status == 404)
            for path in ["/healthz", "/readyz", "/assets/entente.css"] {
                #expect(try await wire.get(path).status == 200)
            }
        }
    }

    @Test("Whoever came in is told what is wrong in their language and with their menu; others as strangers")
    func told() async throws {
        let house = House()
        let token = try await house.session(of: house.person("anne@x.example", roles: ["PI_FR"]))
        try await withServer(house: house) { wire in
            let guest = Caller(wire: wire, token: token)
            _ = try await guest.post(
                "/account/language", [("language", "en"), ("next", "/")], from: "/account")
            for (path, status) in [
                ("/nothing", 404), ("/todo/", 404), ("/files?a=1&a=2", 400), ("/ops", 403),
            ] {
                let reply = try await guest.get(path)
                #expect(reply.status == status && reply.body.contains("<html lang=\"en\""), "\(path)")
                #expect(reply.body.contains("Anne Martin") && !reply.body.contains("/login"), "\(path)")
                let stranger = try await wire.get(path, ["Accept: text/html", "Accept-Language: fr"])
                #expect(!stranger.body.contains("Anne Martin"))
            }
        }
    }

    private struct Fault: PossibleOutage { var isOutage: Bool }

    @Test(
        "So is what fails below the pages, where that means that nothing can be had now",
        arguments: [true, false])
    func outage(isOutage: Bool) async throws {
        var port = WebStatus.sample
        port.overview = { throw Fault(isOutage: isOutage) }
        let (house, office) = try await Self.office()
        try await withServer(port, house: house) { wire in
            let reply = try await wire.get("/", [office.cookie])
            #expect(reply.status == (isOutage ? 503 : 500))
            #expect((reply.headers["retry-after"] != nil) == isOutage)
        }
    }

    @Test("The style sheet is kept by its tag")
    func stylesheet() async throws {
        try await withServer { wire in
            let sheet = try await wire.get("/assets/entente.css")
            let tag = try #require(sheet.headers["etag"])
            #expect(
                sheet.headers["content-type"] == "text/css; charset=utf-8" && sheet.body.contains("--ink"))
            let again = try await wire.get("/assets/entente.css", ["If-None-Match: \(tag)"])
            #expect(again.status == 304 && again.body.isEmpty)
        }
    }

    @Test(
        "HEAD answers as GET does, without the body",
        arguments: ["/", "/healthz", "/readyz", "/assets/entente.css", "/no"])
    func head(path: String) async throws {
        try await withServer { wire in
            let whole = try await wire.get(path)
            let head = try await wire.get(path, method: "HEAD")
            #expect(head.status == whole.status && head.body.isEmpty)
            #expect(head.headers["content-length"] == "\(whole.body.utf8.count)")
        }
    }

    @Test(
        "Whoever names HTML gets an error as a page, others as problem+json",
        arguments: [
            ("text/html,application/xhtml+xml,*/*;q=0.8", true), ("*/*", false), ("application/json", false),
            ("text/html;q=0.5, application/problem+json", false), ("text/html;q=0", false), ("", false),
        ])
    func errors(accept: String, isPage: Bool) async throws {
        try await withServer { wire in
            let reply = try await wire.get("/no", ["Accept: \(accept)"])
            let type = isPage ? "text/html; charset=utf-8" : "application/problem+json"
            #expect(reply.status == 404 && reply.headers["content-type"] == type)
            #expect(isPage ? reply.body.contains("<h1>") : reply.member("status") == "404")
            #expect(reply.body.contains(reply.headers["x-request-id"] ?? "missing"))
        }
    }
}

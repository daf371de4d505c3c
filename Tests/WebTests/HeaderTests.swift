import Testing
import Web

@Suite("The headers of every answer")
struct HeaderTests {
    static let expected = [
        "content-security-policy":
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store",
    ]

    @Test(
        "Pages, probes, refusals, failures and what cannot be parsed all carry them",
        arguments: [
            "GET / HTTP/1.1\r\nHost: localhost", "GET /healthz HTTP/1.1\r\nHost: localhost",
            "GET /readyz HTTP/1.1\r\nHost: localhost", "GET /n/x/y HTTP/1.1\r\nHost: localhost",
            "GET /no HTTP/1.1\r\nHost: localhost",
            "POST / HTTP/1.1\r\nHost: localhost", "GET / HTTP/1.1\r\nHost: evil.example", "GET / HTTP/1.1",
            "rubbish", "GET / HTTP/1.1\r\nHost : localhost", "GET /?a=1&a=2 HTTP/1.1\r\nHost: localhost",
        ])
    func every(request: String) async throws {
        try await withServer { wire in
            let reply = try await wire.raw("\(request)\r\nConnection: close\r\n\r\n")
            for (name, value) in Self.expected { #expect(reply.headers[name] == value, "\(name)") }
            #expect(reply.headers["x-request-id"]?.isEmpty == false)
            #expect(reply.headers["strict-transport-security"] == nil && reply.headers["server"] == nil)
        }
    }

    @Test("Strict transport is promised only when TLS is in front")
    func transport() async throws {
        try await withServer(configuration: .init(port: 0, isBehindTLS: true)) { wire in
            let promise = try await wire.get("/healthz").headers["strict-transport-security"]
            #expect(promise == "max-age=31536000; includeSubDomains")
        }
    }

    @Test("Every request has its own id")
    func ids() async throws {
        try await withServer { wire in
            let first = try await wire.get("/healthz", ["X-Request-Id: chosen"]).headers["x-request-id"]
            let second = try await wire.get("/healthz").headers["x-request-id"]
            #expect(first != second && first != "chosen")
        }
    }
}

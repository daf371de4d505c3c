import Testing
import Web

@Suite("Requests that are wrong")
struct BadRequestTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let request: String
        let statuses: [Int]
        var testDescription: String { name }

        init(_ name: String, _ request: String, _ statuses: Int...) {
            self.name = name
            self.request = request
            self.statuses = statuses
        }
    }

    static let host = "Host: localhost\r\nConnection: close\r\n"
    static let long = String(repeating: "a", count: 9_000)
    static let get = "GET / HTTP/1.1\r\n\(host)"
    static let post = "POST / HTTP/1.1\r\n\(host)"

    static let cases: [Case] = [
        Case("URI over the limit", "GET /\(long) HTTP/1.1\r\n\(host)\r\n", 414),
        Case("query over the limit", "GET /?q=\(long) HTTP/1.1\r\n\(host)\r\n", 414),
        Case(
            "URI beyond the parser", "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\n\(host)\r\n",
            414),
        Case("field over the limit", "\(get)X: \(long)\r\n\r\n", 431),
        Case("field beyond the parser", "\(get)X: \(String(repeating: "a", count: 200_000))\r\n\r\n", 431),
        Case("too many fields", "\(get)\(String(repeating: "X: 1\r\n", count: 101))\r\n", 431),
        Case(
            "list over the limit",
            "\(get)\(String(repeating: "X: \(long.prefix(6_000))\r\n", count: 7))\r\n", 431),
        Case(
            "length and transfer coding",
            "\(post)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        Case("two lengths", "\(post)Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", 400),
        Case("chunked not last", "\(post)Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400),
        Case("space before colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
        Case("negative length", "\(post)Content-Length: -1\r\n\r\n", 400),
        Case("length not a number", "\(post)Content-Length: ten\r\n\r\n", 400),
        Case(
            "chunk size overflow",
            "GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx", 400),
        Case(
            "chunk size unreadable", "GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nzz\r\nx", 400
        ),
        Case("declared body over the limit", "\(get)Content-Length: 300000\r\n\r\n", 413),
        Case(
            "streamed body over the limit",
            "\(get)Transfer-Encoding: chunked\r\n\r\n50000\r\n"
                + "\(String(repeating: "x", count: 0x50000))\r\n0\r\n\r\n",
            413),
        Case("no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        Case("empty Host", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 400),
        Case("foreign Host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
        Case(
            "allowed name as a prefix",
            "GET / HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n", 421),
        Case(
            "user in Host", "GET / HTTP/1.1\r\nHost: localhost@evil.example\r\nConnection: close\r\n\r\n", 421
        ),
        Case(
            "two Hosts",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        // The parser drops the host of a target: Host alone counts, and no answer of ours repeats either.
        Case("target of another host", "GET http://evil.example/ HTTP/1.1\r\n\(host)\r\n", 200, 421),
        Case("target of our host", "GET http://LOCALHOST/?lang=en HTTP/1.1\r\n\(host)\r\n", 200),
        Case("forwarded Host is not believed", "\(get)X-Forwarded-Host: evil.example\r\n\r\n", 200),
        Case("TRACE", "TRACE / HTTP/1.1\r\n\(host)\r\n", 405, 501),
        Case("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n\(host)\r\n", 405),
        Case("unknown method", "BREW / HTTP/1.1\r\n\(host)\r\n", 501),
        Case("known method that does not apply", "DELETE / HTTP/1.1\r\n\(host)\r\n", 405),
        Case("OPTIONS for the server", "OPTIONS * HTTP/1.1\r\n\(host)\r\n", 404, 405),
        Case("NUL in the path", "GET /\0 HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("encoded NUL", "GET /%00 HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("encoded dots", "GET /assets/%2e%2e/healthz HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("plain dots", "GET /assets/../healthz HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("double encoding", "GET /%252e%252e/ HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("overlong UTF-8", "GET /%c0%ae%c0%ae/ HTTP/1.1\r\n\(host)\r\n", 400, 404),
        Case("bad escape in the query", "GET /?lang=%zz HTTP/1.1\r\n\(host)\r\n", 200, 400),
        Case("repeated query key", "GET /?lang=fr&lang=en HTTP/1.1\r\n\(host)\r\n", 400),
        Case("unknown expectation", "\(get)Expect: the-moon\r\n\r\n", 417),
        Case("no such version", "GET / HTTP/9.9\r\n\(host)\r\n", 400, 505),
        Case("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, 505),
        Case("TLS hello", "\u{16}\u{03}\u{01}\u{02}\u{00}\r\n\r\n", 400),
        Case("control character in a field", "\(get)X: a\u{01}b\r\n\r\n", 400, 200),
    ]

    @Test("Each is refused with a problem, at once, and the server lives", arguments: cases)
    func refused(_ wrong: Case) async throws {
        try await withServer { wire in
            let reply = try await wire.raw(wrong.request)
            #expect(wrong.statuses.contains(reply.status), "answered \(reply.status)")
            if reply.status >= 400, !wrong.request.hasPrefix("HEAD") {
                #expect(reply.headers["content-type"] == "application/problem+json")
                #expect(reply.member("status") == "\(reply.status)" && reply.member("code") != nil)
            }
            #expect(try await wire.get("/healthz").status == 200)
        }
    }

    @Test("Bytes that are not UTF-8 are no page")
    func notUTF8() async throws {
        try await withServer { wire in
            let bytes =
                Array("GET /".utf8) + [0xFF, 0xC0, 0x80] + Array(" HTTP/1.1\r\n\(Self.host)\r\n".utf8)
            let reply = try Reply(await wire.exchange(bytes))
            #expect([400, 404].contains(reply.status))
        }
    }

    @Test("405 names the methods that apply")
    func allow() async throws {
        try await withServer { wire in
            let reply = try await wire.get("/", method: "POST")
            #expect(reply.headers["allow"] == "GET, HEAD")
        }
    }

    @Test(
        "A request that does not come whole in time is answered 408 and closed",
        arguments: [
            "", "GET / HTTP/1.1\r\nHost: loc",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc",
        ])
    func slow(start: String) async throws {
        var configuration = WebConfiguration(port: 0)
        configuration.limits.requestTime = .milliseconds(200)
        try await withServer(configuration: configuration) { wire in
            let reply = try await wire.raw(start)
            #expect(reply.status == 408 && reply.headers["connection"] == "close")
            #expect(reply.headers["x-content-type-options"] == "nosniff")
        }
    }

    @Test("A thousand requests sent at once are answered one by one")
    func pipelined() async throws {
        try await withServer { wire in
            let one = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let last = "GET /healthz HTTP/1.1\r\n\(Self.host)\r\n"
            let bytes = Array((String(repeating: one, count: 999) + last).utf8)
            let text = String(decoding: try await wire.exchange(bytes), as: UTF8.self)
            #expect(text.count(of: "HTTP/1.1 200 OK") == 1_000)
        }
    }

    @Test("A body within the limit is passed over and the connection lives on")
    func bodyWithinLimit() async throws {
        try await withServer { wire in
            let first = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"
            let text = String(
                decoding: try await wire.exchange(
                    Array("\(first)GET /healthz HTTP/1.1\r\n\(Self.host)\r\n".utf8)),
                as: UTF8.self)
            #expect(text.count(of: "HTTP/1.1 200 OK") == 2)
        }
    }
}

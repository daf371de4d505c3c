import Foundation

@testable import Web

/// One bad request: its bytes, and what to call it.
struct HostileRequest: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Whether it may be answered by 501 or 505: its method or version is unknown.
    var mayBeUnknown = false

    init(_ name: String, _ text: String, mayBeUnknown: Bool = false) {
        self.init(name, Array(text.utf8), mayBeUnknown: mayBeUnknown)
    }

    init(_ name: String, _ bytes: [UInt8], mayBeUnknown: Bool = false) {
        self.name = name
        self.bytes = bytes
        self.mayBeUnknown = mayBeUnknown
    }

    private static let host = "Host: localhost\r\nConnection: close\r\n"

    /// Texts that hurt whoever takes them for SQL, markup, a template, a shell, a path or a format.
    static let payloads = [
        "' OR 1=1 --", "'; DROP TABLE entente.event; --", "1 UNION SELECT null,version()",
        "\\'; SELECT pg_sleep(5)--",
        "%' OR '1'='1", "$$;SELECT 1;$$", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)", "</textarea><svg onload=alert(1)>", "{{formKey}}",
        "\"\u{301} autofocus onfocus=\"\u{301}", "<\u{200D}script>", "{{{t.skip}}}",
        "{{> layout}}",
        "${7*7}", "#{7*7}", "<%= 7*7 %>", "$(id)", "`id`", "; cat /etc/passwd", "| ls", "../../etc/passwd",
        "..\\..\\x", "file:///etc/passwd", "http://169.254.169.254/", "%n%s%x", "\u{202E}gnp.exe", "\u{200B}",
        "\u{FEFF}", "e\u{0301}\u{0301}\u{0301}", "İıſK", "𝒶🦊", "-1", "1e999", "NaN", "99999999999999999999",
        "2016-02-30", "0000-00-00", "9999-12-31T24:00", "null", "undefined", "[object Object]",
        "a\r\nX-Injected: yes", "a\nb", "a\tb", "a\rb", "=1+1", "@SUM(1)", "*", "?", "#", "&", "%",
        String(repeating: "a", count: 3_000), String(repeating: "é", count: 500),
        String(repeating: "a[", count: 200),
    ]

    /// Parts of paths as no browser writes them.
    private static let rawParts = [
        "%", "%4", "%zz", "%00", "%01", "%0a", "%0d%0a", "%7f", "%ff", "%c0%ae", "%c0%af", "%e0%80%ae",
        "%ed%a0%80",
        "%f8%88%80%80%80", "%2e%2e", "%2e%2e%2f", "..", ".", "..%5c", "%252e", "%u002e", ";x=y", "a;b", "a,b",
        "\\", "//", "*", "~", "a%20b", "'", "\"", "<", "{{x}}", "😀", String(repeating: "a", count: 201),
        String(repeating: "%41", count: 500), String(repeating: "/a", count: 500),
    ]

    private static func get(_ target: String, _ fields: String = "", method: String = "GET") -> String {
        "\(method) \(target) HTTP/1.1\r\n\(host)\(fields)\r\n"
    }

    /// Each part and each text in each place of an address, by strangers and by somebody who came in.
    static func addresses(cookie: String) -> [HostileRequest] {
        var requests: [HostileRequest] = []
        for part in rawParts {
            for frame in [
                "/\(part)", "/files/\(part)", "/files/LIA-2016-0042/acts/\(part)", "/assets/\(part)",
            ] {
                requests.append(.init("GET \(frame.prefix(60))", get(frame, "\(cookie)\r\n")))
            }
            requests.append(.init("GET stranger \(part.prefix(40))", get("/files/\(part)")))
            requests.append(.init("HEAD \(part.prefix(40))", get("/n/\(part)/x", method: "HEAD")))
            requests.append(.init("GET invitation \(part.prefix(40))", get("/invitations/\(part)")))
            requests.append(.init("GET raw query \(part.prefix(40))", get("/login?next=\(part)&\(part)=1")))
        }
        for payload in payloads {
            let text = PercentCoding.encoded(payload)
            for frame in [
                "/\(text)", "/files/\(text)", "/files/LIA-2016-0042/acts/decide?process=\(text)",
                "/login?next=\(text)", "/?lang=\(text)", "/todo?\(text)=\(text)", "/invitations/\(text)",
            ] { requests.append(.init("GET \(frame.prefix(80))", get(frame, "\(cookie)\r\n"))) }
        }
        return requests
    }

    /// Each text in each field that the server reads, and fields that another server would believe.
    static var headers: [HostileRequest] {
        let names = [
            "Accept", "Accept-Language", "If-None-Match", "User-Agent", "Origin", "Referer",
            "X-Forwarded-For",
        ]
        let texts = payloads.filter { !$0.contains("\r") && !$0.contains("\n") }
        let fields = names.flatMap { name in texts.map { "\(name): \($0)" } }
        let trusted = [
            "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Original-URL: /account",
            "X-Rewrite-URL: /account", "X-HTTP-Method-Override: DELETE", "X-Real-IP: 127.0.0.1",
            "Forwarded: for=127.0.0.1;host=evil.example", "Authorization: Basic YTpi",
            "Authorization: Bearer x",
            "Range: bytes=0-", "Range: bytes=-1", "If-Match: x", "Upgrade: websocket", "Upgrade: h2c",
            "Te: trailers", "Max-Forwards: 0", "Proxy-Connection: keep-alive",
            "Content-Encoding: gzip", "Accept-Encoding: \(String(repeating: "gzip,", count: 500))",
            "Accept: \(String(repeating: "text/html;q=0.1,", count: 400))", "Accept: text/html;q=2",
            "Accept: ,,;,;q=",
            "Accept-Language: \(String(repeating: "x-", count: 1_000))", "Sec-Fetch-Site: cross-site",
        ]
        let wrongMethods = ["TRACE", "CONNECT", "BREW", "get", "GET2", "PROPFIND", "PURGE", "QUERY"]
        return (fields + trusted).map { .init("GET with \($0.prefix(60))", get("/login", "\($0)\r\n")) }
            + wrongMethods.map { .init("\($0) /", get("/", method: $0), mayBeUnknown: true) }
    }

    /// Cookies that are not ours, or not whole.
    static var cookies: [HostileRequest] {
        let name = "__Host-entente"
        let texts = payloads.filter { !$0.contains("\r") && !$0.contains("\n") }
        let values = [
            "\(name)", "\(name)=", "\(name)==", "=\(name)", ";;;",
            "\(name)=\(String(repeating: "0", count: 64))",
            "\(name)=\(String(repeating: "0", count: 65))", "\(name)=\(String(repeating: "g", count: 64))",
            "\(name)=a; \(name)=b", "__host-entente=x", "\(name)=\"x\"", "\(name)=%00",
            String(repeating: "a=b; ", count: 1_000),
        ]
        return (values + texts.map { "\(name)=\($0)" }).map {
            .init("GET with cookie \($0.prefix(60))", get("/account", "Cookie: \($0)\r\n"))
        }
    }

    static func random(_ dice: inout Dice, number: Int, cookie: String) -> HostileRequest {
        func bytes(_ dice: inout Dice, _ most: Int) -> [UInt8] {
            (0..<Int.random(in: 1...most, using: &dice)).map { _ in
                // Line ends would end the request early: there would be no one answer to it.
                var byte = UInt8.random(in: 1...255, using: &dice)
                while byte == 10 || byte == 13 || byte == 32 {
                    byte = UInt8.random(in: 1...255, using: &dice)
                }
                return byte
            }
        }
        let (part, body) = (bytes(&dice, 60), bytes(&dice, 200))
        let tail = Array(" HTTP/1.1\r\n\(host)\(cookie)\r\n\r\n".utf8)
        switch number % 3 {
        case 0: return .init("random path \(number)", Array("GET /files/".utf8) + part + tail)
        case 1: return .init("random query \(number)", Array("GET /login?next=".utf8) + part + tail)
        default:
            let head =
                "POST /login HTTP/1.1\r\n\(host)Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.count)\r\n\r\n"
            return .init("random body \(number)", Array(head.utf8) + body)
        }
    }
}

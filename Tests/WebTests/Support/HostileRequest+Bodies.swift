import Foundation

@testable import Web

extension HostileRequest {
    private static let head = "Host: localhost\r\nConnection: close\r\n"
    private static let type = "Content-Type: application/x-www-form-urlencoded\r\n"

    private static func post(_ path: String, _ body: String, _ fields: String) -> String {
        "POST \(path) HTTP/1.1\r\n\(head)\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// Each text in each field of each form, by somebody who came in, with the right key; bodies that are no forms.
    static func forms(cookie: String, key: String) -> [HostileRequest] {
        let fields: [(path: String, names: [String])] = [
            (
                "/files/LIA-2016-0042/acts/decide",
                [
                    "process", "revision", "request", "reason", "principal", "text", "f.amount", "f.outcome",
                    "state",
                ]
            ),
            ("/account/language", ["language", "next"]), ("/account/sessions", ["session"]),
            ("/account/factor", ["secret", "code"]), ("/account/calls", ["request", "f.instruments"]),
        ]
        var requests: [HostileRequest] = []
        for (path, names) in fields {
            for name in names {
                for payload in payloads {
                    let body = Fields([
                        (name: "formKey", value: key), (name: "request", value: "r"),
                        (name: "reason", value: "r"), (name: "language", value: "en"),
                    ]).with(name, payload).encoded
                    requests.append(
                        .init(
                            "POST \(path) \(name)=\(payload.prefix(30))",
                            post(path, body, "\(cookie)\r\n\(type)")))
                }
            }
        }
        return requests
            + bodies.map {
                .init("POST body \($0.prefix(40))", post("/login", $0, "\(cookie)\r\n\(type)"))
            }
    }

    /// Bodies of a form that cannot be read, or say a thing twice.
    private static let bodies = [
        "", "=", "&", "%", "a=%zz", "a=%00", "\u{0}", "a=\u{0}", "formKey", "formKey=", "formKey=a&formKey=b",
        "formKey[]=a", "formKey[a]=b", "{\"formKey\":\"a\"}", "[1,2", "<x/>", "--b--",
        String(repeating: "a=1&", count: 501),
        String(repeating: "[", count: 10_000), "a=" + String(repeating: "%41", count: 20_000), "\u{FEFF}a=b",
        "a=%C0%80", "a=%ED%BF%BF", "formKey=%u0041", "a;b=c", "a=b;c=d", "+=+", "%3D=%26",
    ]

    /// What two readers of one connection would cut at different places.
    static var framing: [HostileRequest] {
        let post = "POST /login HTTP/1.1\r\n\(head)\(type)"
        let frames = [
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", "Content-Length: 4, 5\r\n\r\nabcde",
            "Content-Length: +4\r\n\r\nabcd", "Content-Length: 0x4\r\n\r\nabcd",
            "Content-Length: 4 4\r\n\r\nabcd",
            "Content-Length: -4\r\n\r\nabcd", "Content-Length: 99999999999999999999\r\n\r\nabcd",
            "Content-Length:\r\n\r\nabcd", "Content-Length : 4\r\n\r\nabcd",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx",
            "Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\nx",
            "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nabcde\r\n0\r\nX-Trailer: x\r\n\r\n",
            "X: a\r\n b\r\n\r\n", "X\u{0}: a\r\n\r\n", "X: a\u{0}b\r\n\r\n", ": a\r\n\r\n", "X a\r\n\r\n",
            "X: a\rY: b\r\n\r\n", "Host: evil.example\r\n\r\n",
        ]
        let lines = [
            "GET  / HTTP/1.1", "GET / HTTP/1.1 x", "GET /", "GET / HTTP/9.9", "GET / HTTP/1.",
            "GET http://evil.example/ HTTP/1.1",
            "GET //evil.example/ HTTP/1.1", "GET /\u{0} HTTP/1.1", "GET / http/1.1", "/ GET HTTP/1.1",
            "GET * HTTP/1.1",
            "OPTIONS * HTTP/1.1", "GET ?a HTTP/1.1", "GET # HTTP/1.1",
        ]
        return frames.map { .init("frame \($0.prefix(50).debugDescription)", post + $0) }
            + lines.map {
                .init("line \($0.debugDescription)", "\($0)\r\n\(head)\r\n", mayBeUnknown: true)
            }
    }
}

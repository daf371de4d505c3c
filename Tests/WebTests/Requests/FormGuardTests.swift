import Agreements
import Engine
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// What every form is asked before it is read: where it comes from, what it is, whose it is.
@Suite("Forms from elsewhere")
struct FormGuardTests {
    private struct Case: Sendable {
        let name: String
        var key: String?
        var type: String?
        var headers: [String] = []
        let status: Int
        let code: String
    }

    private static var posts: [Route] { Routes.house.filter { $0.method == .post } }

    private static func cases(_ route: Route, own: String, other: String) -> [Case] {
        let type = RouteSample.contentType(of: route)
        func crossing(_ headers: String...) -> Case {
            Case(
                name: "\(headers)", key: own, type: type, headers: headers, status: 403, code: "cross_site")
        }
        func stale(_ name: String, _ key: String?, _ headers: String...) -> Case {
            Case(name: name, key: key, type: type, headers: headers, status: 403, code: "stale_form")
        }
        func typed(_ type: String?) -> Case {
            Case(
                name: type ?? "no type", key: own, type: type, status: 415, code: "unsupported_media_type")
        }
        return [
            crossing("Sec-Fetch-Site: cross-site"), crossing("Sec-Fetch-Site: same-site"),
            crossing("Sec-Fetch-Site: none"), crossing("Sec-Fetch-Site: SAME-ORIGIN"),
            crossing("Origin: https://evil.example"), crossing("Origin: null"),
            crossing("Origin: http://localhost.evil.example"), crossing("Origin: http://localhost:1"),
            crossing("Sec-Fetch-Site: cross-site", "Origin: http://localhost"),
            stale("no key", nil), stale("an empty key", ""), stale("the key of another session", other),
            stale("a longer key", own + "0"), stale("a shorter key", String(own.dropLast())),
            stale("the key in capitals", own.uppercased() + "A"),
            stale("no key from our own page", nil, "Sec-Fetch-Site: same-origin", "Origin: null"),
            stale("no key from our own origin", nil, "Origin: http://LOCALHOST"),
            typed(nil), typed("text/plain"), typed("application/json"), typed("multipart/form-data"),
            typed("multipart/form-data; boundary="), typed("application/x-www-form-urlencodedx"),
        ]
    }

    @Test("Each is refused at every address that takes a form, and does nothing")
    func refused() async throws {
        var sample = try await RouteSample()
        sample.house.files.onAct = { _ in Issue.record("an act was done") }
        let guest = try await sample.house.guest(roles: Set(RoleTitles.names.keys))
        let other = try await sample.house.guest()
        try await withServer(sample.status, house: sample.house) { [sample] wire in
            for route in Self.posts {
                for wrong in Self.cases(route, own: guest.formKey, other: other.formKey) {
                    let reply = try await wire.send(
                        route, to: sample.path(of: route), body: RouteSample.body(of: route, key: wrong.key),
                        type: wrong.type, [guest.cookie] + wrong.headers)
                    #expect(
                        reply.status == wrong.status && reply.member("code") == wrong.code,
                        "\(route.testDescription), \(wrong.name): \(reply.status)")
                }
            }
            #expect(try await wire.page("/account", of: guest).status == 200, "the session lives")
        }
    }

    @Test("A stranger's form carries the strangers' key, and is asked as much")
    func stranger() async throws {
        let sample = try await RouteSample()
        let own = sample.house.doorkeeper.formKey(of: nil)
        let other = try await sample.house.guest().formKey
        try await withServer(sample.status, house: sample.house) { wire in
            for route in Self.posts where route.access == .anyone {
                for wrong in Self.cases(route, own: own, other: other) {
                    let reply = try await wire.send(
                        route, to: sample.path(of: route), body: RouteSample.body(of: route, key: wrong.key),
                        type: wrong.type, wrong.headers)
                    #expect(reply.member("code") == wrong.code, "\(route.testDescription), \(wrong.name)")
                }
            }
        }
    }

    @Test("Reading changes nothing: no act, no session less, no code sent")
    func reading() async throws {
        var sample = try await RouteSample()
        sample.house.files.onAct = { _ in Issue.record("an act was done") }
        let guest = try await sample.house.guest(roles: Set(RoleTitles.names.keys))
        let house = sample.house
        try await withServer(sample.status, house: house) { [sample] wire in
            for path in Set(Routes.house.map(sample.path)) {
                for method in ["GET", "HEAD"] {
                    let reply = try await wire.get(
                        "\(path)?session=\(guest.visitor.session)&language=en&formKey=\(guest.formKey)",
                        [guest.cookie], method: method)
                    let isPage = (try? Routes().route(.get, path)) != nil
                    #expect((reply.status == 405) != isPage && reply.status < 500, "\(method) \(path)")
                    #expect(reply.headers["set-cookie"] == nil, "\(method) \(path)")
                }
            }
            #expect(try await house.doorkeeper.visitor(guest.token)?.language == nil)
            #expect(house.accounts.passcodes.isEmpty)
            #expect(try await house.doorkeeper.invited(sample.invitation) != nil)
        }
    }

    @Test("Another method than the address takes is refused with those that it does")
    func methods() async throws {
        let sample = try await RouteSample()
        try await withServer(sample.status, house: sample.house) { wire in
            for path in Set(Routes.house.map(sample.path)) {
                for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
                    let reply = try await wire.get(path, method: method)
                    #expect(reply.status == 405 && reply.headers["allow"] != nil, "\(method) \(path)")
                }
            }
        }
    }

    @Test("A form of more than its limit is refused before it is read")
    func tooLarge() async throws {
        let sample = try await RouteSample()
        let guest = try await sample.house.guest(roles: Set(RoleTitles.names.keys))
        try await withServer(sample.status, house: sample.house) { wire in
            for route in Self.posts {
                let reply = try await wire.raw(
                    "POST \(sample.path(of: route)) HTTP/1.1\r\nHost: localhost\r\n\(guest.cookie)\r\n"
                        + "Content-Type: \(RouteSample.contentType(of: route))\r\n"
                        + "Content-Length: 99999999\r\n\r\n")
                #expect(reply.status == 413 && reply.member("code") == "content_too_large")
            }
        }
    }

    @Test("Five hundred fields are read, one more is not")
    func manyFields() async throws {
        let house = House()
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let most = [("language", "en")] + (0..<498).map { ("a\($0)", "") }
            let first = try await wire.submit("/account/language", most, by: guest)
            #expect(first.status == 303)
            let more = most + [("b", "")]
            #expect(try await wire.submit("/account/language", more, by: guest).status == 400)
        }
    }
}

import Agreements
import Engine
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("The door's pages")
struct DoorPageTests {
    private let house = House()
    private var stranger: String { house.doorkeeper.formKey(of: nil) }

    private func logIn(_ wire: Wire, _ fields: [(String, String)], _ path: String = "/login") async throws
        -> Reply
    {
        try await wire.submit(path, fields, key: stranger)
    }

    private static func typed(_ password: String = House.password) -> [(String, String)] {
        [("address", "anne@lab.example"), ("password", password)]
    }

    @Test("The form asks for address, password and code, in either language", arguments: ["fr", "en"])
    func form(language: String) async throws {
        try await withServer(house: house) { [stranger] wire in
            let reply = try await wire.get("/login?lang=\(language)&next=/files/LIA-1")
            #expect(reply.status == 200 && reply.headers["set-cookie"] == nil)
            for part in [
                "action=\"/login?lang=\(language)\"", "name=\"formKey\" value=\"\(stranger)\"",
                "name=\"next\" value=\"/files/LIA-1\"", "autocomplete=\"username\"",
                "type=\"password\" autocomplete=\"current-password\"", "autocomplete=\"one-time-code\"",
                "<label for=\"address\">", "<label for=\"password\">", "<label for=\"code\">",
            ] { #expect(reply.body.contains(part), "\(part)") }
        }
    }

    @Test("A wrong password comes back as 422 with the address kept, and the password nowhere")
    func wrong() async throws {
        house.account()
        try await withServer(house: house) { wire in
            let reply = try await logIn(wire, Self.typed("my secret <b>"), "/login?lang=en")
            #expect(reply.status == 422 && reply.headers["set-cookie"] == nil)
            #expect(reply.body.contains("value=\"anne@lab.example\""))
            #expect(
                reply.body.contains(Catalogue.text("login.wrong").en) && reply.body.contains("role=\"alert\"")
            )
            #expect(!reply.body.contains("my secret"))
            let unknown = try await logIn(
                wire, [("address", "\"><script>"), ("password", "x")], "/login?lang=en")
            #expect(unknown.status == 422 && !unknown.body.contains("<script"))
            #expect(unknown.body.contains(Catalogue.text("login.wrong").en))
        }
    }

    @Test("The right one gives the cookie with every attribute, and leads to what waits")
    func right() async throws {
        house.account()
        try await withServer(house: house) { wire in
            let reply = try await logIn(wire, Self.typed())
            #expect(reply.status == 303 && reply.headers["location"] == "/todo" && reply.body.isEmpty)
            let cookie = try #require(reply.headers["set-cookie"])
            let whole = /__Host-entente=[0-9a-f]{64}; Path=\/; Secure; HttpOnly; SameSite=Lax/
            #expect(cookie.wholeMatch(of: whole) != nil, "\(cookie)")
            let pair = String(cookie.prefix { $0 != ";" })
            #expect(try await wire.get("/todo", ["Cookie: \(pair)"]).status == 200)
            #expect(try await wire.get("/todo", ["Cookie: a=b; \(pair); c=d"]).status == 200)
            #expect(
                try await wire.get("/todo", ["Cookie: \(pair); \(pair)"]).status == 303,
                "two of them are none")
        }
    }

    @Test("It leads on to a path of ours, and to nothing else")
    func next() async throws {
        house.account()
        let paths = [
            ("/files/LIA-1?a=b", "/files/LIA-1?a=b"), ("/account", "/account"), ("", "/todo"),
            ("//evil.example", "/todo"), ("/\\evil.example", "/todo"), ("\\\\evil.example", "/todo"),
            ("https://evil.example/", "/todo"), ("http:evil.example", "/todo"), ("evil.example", "/todo"),
            ("javascript:alert(1)", "/todo"), ("/a\r\nSet-Cookie: x=y", "/todo"), ("/a\nb", "/todo"),
            ("/a b", "/todo"), ("/\t/evil.example", "/todo"), ("/é", "/todo"),
            ("/" + String(repeating: "a", count: 2_000), "/todo"),
        ]
        try await withServer(house: house) { wire in
            for (next, expected) in paths {
                let reply = try await logIn(wire, Self.typed() + [("next", next)])
                #expect(reply.status == 303 && reply.headers["location"] == expected, "\(next)")
            }
        }
    }

    @Test(
        "Its own checks, without a server: a path of ours begins with one slash",
        arguments: [
            ("/", true), ("/a?b=c#d", true), ("//a", false), ("/\\a", false), ("a", false), ("", false),
            ("/a\u{7F}", false),
        ])
    func ownPath(text: String, isOwn: Bool) {
        #expect(OwnPath.checked(text) == (isOwn ? text : nil))
        #expect(OwnPath.checked(nil) == nil)
    }

    @Test("Too many tries are told as such, and fields of any length are read without harm")
    func limits() async throws {
        house.account()
        for _ in 0..<10 {
            try await house.accounts.note(
                account: House.hash("anne@lab.example"), address: "127.0.0.1", succeeded: false)
        }
        try await withServer(house: house) { wire in
            let first = try await logIn(wire, Self.typed())
            #expect(first.status == 429)
            let long = String(repeating: "a", count: 321)
            #expect(try await logIn(wire, [("address", long), ("password", "x")]).status == 422)
            let password = String(repeating: "a", count: 1_001)
            #expect(
                try await logIn(wire, [("address", "a@b.example"), ("password", password)]).status == 422)
        }
    }

    @Test("Logging out takes the cookie away and ends the session")
    func logOut() async throws {
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            #expect(try await wire.page("/account", of: guest).status == 200)
            let reply = try await wire.submit("/logout", [], by: guest)
            #expect(reply.status == 303 && reply.headers["location"] == "/login?left=1&lang=fr")
            let clear = "__Host-entente=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax"
            #expect(reply.headers["set-cookie"] == clear)
            #expect(reply.headers["clear-site-data"] == "\"cache\", \"cookies\", \"storage\"")
            #expect(try await wire.page("/account", of: guest).status == 303)
            #expect(
                try await wire.get("/login?left=1&lang=en").body.contains(Catalogue.text("login.left").en))
        }
    }

    @Test("Whoever has not come in is led to the door and back; what is no page says 401")
    func anonymous() async throws {
        try await withServer(house: house) { [stranger] wire in
            let page = try await wire.get("/account?a=b")
            #expect(page.status == 303)
            #expect(page.headers["location"] == "/login?next=%2Faccount%3Fa%3Db")
            let head = try await wire.get("/account", method: "HEAD")
            #expect(head.status == 303)
            let form = try await wire.submit("/account/password", [], key: stranger)
            #expect(form.status == 401 && form.member("code") == "not_logged_in")
            let other = try await wire.get("/account", ["Accept: application/json"])
            #expect(other.status == 401 && other.member("code") == "not_logged_in")
        }
    }

    @Test("The menu shows who came in, what they may open, and the way out")
    func menu() async throws {
        let guest = try await house.guest(roles: ["DG"])
        let link = try await house.guest(notice: UUID())
        try await withServer(house: house) { wire in
            let page = try await wire.page("/account?lang=en", of: guest).body
            #expect(page.contains("Anne Martin") && page.contains("action=\"/logout\""))
            #expect(
                page.contains("<a href=\"/account\" aria-current=\"page\">")
                    && page.contains("href=\"/todo\""))
            let start = try await wire.page("/?lang=en", of: link).body
            #expect(start.contains("action=\"/logout\"") && !start.contains("href=\"/todo\""))
            #expect(try await wire.page("/?lang=en").body.contains("href=\"/login?lang=en\""))
        }
    }
}

import Engine
import Testing

@testable import Web

@Suite("A session that is over between a form and its sending")
struct KeptFormTests {
    private static let path = "/files/LIA-2016-0042/acts/decide?process=life"
    private static let typed = [
        ("reason", "Nine pages\nof thought"), ("f.amount", "12"), ("request", "r-1"),
        ("password", "a secret"),
    ]
    private static let own = ["Accept: text/html", "Sec-Fetch-Site: same-origin"]

    private static func house() -> House {
        var house = House()
        house.files.form = .sample
        house.files.onAct = { _ in Issue.record("an act was done") }
        return house
    }

    private static func hidden(_ name: String, in reply: Reply) throws -> String {
        let field = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
        let match = try #require(try field.firstMatch(in: reply.body))
        return String(match.output[1].substring ?? "").replacing("&amp;", with: "&")
    }

    private static func logIn(_ address: String, after reply: Reply, _ wire: Wire) async throws -> Reply {
        try await wire.submit(
            "/login",
            [
                ("address", address), ("password", House.password),
                ("keptPath", hidden("keptPath", in: reply)), ("kept", hidden("kept", in: reply)),
            ], key: hidden("formKey", in: reply), own)
    }

    @Test("What was typed is there after logging in again, and is sent when its writer says so")
    func kept() async throws {
        let house = Self.house()
        let anne = house.account("anne@lab.example", roles: ["DG"])
        let guest = try await house.guest(anne)
        try await house.doorkeeper.logOut(guest.visitor)
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.typed, by: guest, Self.own)
            #expect(reply.status == 401 && !reply.body.contains("a secret"))
            // Whoever came by a link finds what they wrote on the page itself.
            #expect(reply.body.contains("<li>Nine pages\nof thought</li>"))
            let again = try await Self.logIn("anne@lab.example", after: reply, wire)
            #expect(again.status == 200 && again.body.contains("action=\"\(Self.path)\""))
            #expect(again.body.contains("name=\"reason\" value=\"Nine pages\nof thought\""))
            #expect(again.body.contains("name=\"f.amount\" value=\"12\""))
            #expect(again.body.contains("LIA-2016-0042 – "))
            #expect(again.body.contains("<a href=\"/files/LIA-2016-0042\">"))
            #expect(try Self.hidden("request", in: again) == "r-1")
            #expect(try Self.hidden("formKey", in: again) != guest.formKey)
            #expect(again.headers["set-cookie"]?.contains("__Host-entente=") == true)
        }
    }

    @Test("Somebody else who logs in there does not see it")
    func other() async throws {
        let house = Self.house()
        house.account("bruno@lab.example")
        let guest = try await house.guest()
        try await house.doorkeeper.logOut(guest.visitor)
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.typed, by: guest, Self.own)
            let again = try await Self.logIn("bruno@lab.example", after: reply, wire)
            #expect(again.status == 303 && !again.body.contains("Nine pages"))
        }
    }

    @Test("A form of an earlier session of the same person is asked about, not done")
    func earlier() async throws {
        let house = Self.house()
        let anne = house.account(roles: ["DG"])
        let (first, second) = (try await house.guest(anne), try await house.guest(anne))
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.typed, by: second, key: first.formKey, Self.own)
            #expect(reply.status == 200 && reply.body.contains("Nine pages"))
            #expect(try Self.hidden("formKey", in: reply) == second.formKey)
        }
    }

    @Test(
        "Where the browser does not say that our own page sent it, nothing is kept",
        arguments: [["Accept: text/html"], ["Accept: text/html", "Origin: https://evil.example"]])
    func unproven(headers: [String]) async throws {
        let house = Self.house()
        let guest = try await house.guest()
        try await house.doorkeeper.logOut(guest.visitor)
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.typed, by: guest, headers)
            #expect(reply.status == 401 && !reply.body.contains("Nine pages"))
        }
    }
}

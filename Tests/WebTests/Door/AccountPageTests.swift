import Agreements
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Engine
@testable import Web

@Suite("One's own account")
struct AccountPageTests {
    private let house = House()

    private static func invite(_ person: Person.ID, _ house: House) async throws -> String {
        try #require(try await house.doorkeeper.invite(person, lifetime: .seconds(600)))
    }

    @Test("It shows roles by name and every open session, and ends one or all others")
    func sessions() async throws {
        let person = house.account(roles: ["DG", "ROLE<1>"])
        let (own, second, third) = (
            try await house.guest(person), try await house.guest(person), try await house.guest(person)
        )
        try await withServer(house: house) { wire in
            let page = try await wire.page("/account?lang=en", of: own).body
            #expect(page.contains("Directorate") && page.contains("ROLE&lt;1&gt;"))
            #expect(page.count(of: "action=\"/account/sessions\"") == 3, "two others, and all of them")
            #expect(page.contains(Catalogue.text("account.this").en))
            #expect(page.count(of: "<span class=\"hidden\"> – ") == 2, "each named")
            let id = second.visitor.session.uuidString.lowercased()
            let one = try await wire.submit("/account/sessions", [("session", id)], by: own)
            #expect(one.status == 303 && one.headers["location"] == "/account?done=1")
            #expect(try await wire.page("/account", of: second).status == 303)
            #expect(try await wire.page("/account", of: third).status == 200)
            #expect(try await wire.submit("/account/sessions", [("session", "all")], by: own).status == 400)
            #expect(try await wire.page("/account", of: third).status == 200)
            #expect(try await wire.submit("/account/sessions", [], by: own).status == 303)
            #expect(try await wire.page("/account", of: third).status == 303)
            #expect(try await wire.page("/account", of: own).status == 200)
        }
    }

    private static let calls = FormField(
        name: "instruments", label: .init(fr: "Dispositifs", en: "Instruments"),
        kind: .choices(["LEA", "LIA"].map { FormChoice($0, .init(fr: $0, en: "<\($0)>")) }),
        isRequired: false,
        value: "LEA,LIA")

    @Test("Of which calls one is told stands ticked; what is ticked then is followed, and nothing else")
    func follows() async throws {
        let heard = Mutex<[[String]]>([])
        var house = House()
        house.register.calls = Self.calls
        house.register.onFollow = { instruments, id in heard.withLock { $0.append(instruments + [id]) } }
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let page = try await wire.page("/account?lang=en", of: guest).body
            #expect(page.count(of: " checked") == 2 && page.contains("&lt;LIA&gt;"))
            for ticked in [["LIA"], []] {
                let form = [("request", "r-1")] + ticked.map { ("f.instruments", $0) }
                let reply = try await wire.submit("/account/calls", form, by: guest)
                #expect(reply.status == 303 && reply.headers["location"] == "/account?done=1")
            }
            #expect(try await wire.submit("/account/calls", [], by: guest).status == 400)
        }
        #expect(heard.withLock { $0 } == [["LIA", "page/r-1"], ["page/r-1"]])
    }

    @Test("A call that cannot be followed is told; where nothing opens by a call nothing is asked")
    func notFollowed() async throws {
        var house = House()
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            #expect(!(try await wire.page("/account", of: guest).body.contains("/account/calls")))
            let reply = try await wire.submit("/account/calls", [("request", "r-1")], by: guest)
            #expect(reply.status == 404)
        }
        house.register.calls = Self.calls
        house.register.onFollow = { _, _ in
            throw Refusal(code: "x", text: .init(fr: "Non.", en: "Not <that>."))
        }
        try await withServer(house: house) { wire in
            let form = [("request", "r-1"), ("f.instruments", "ACC")]
            let reply = try await wire.submit("/account/calls?lang=en", form, by: guest)
            #expect(reply.status == 422 && reply.body.contains("Not &lt;that&gt;."))
        }
    }

    @Test("Nobody ends a session of somebody else")
    func foreign() async throws {
        let (own, other) = (try await house.guest(), try await house.guest())
        try await withServer(house: house) { wire in
            let id = other.visitor.session.uuidString
            let first = try await wire.submit("/account/sessions", [("session", id)], by: own)
            #expect(first.status == 303)
            #expect(try await wire.page("/account", of: other).status == 200)
        }
    }

    @Test("Another password is asked for twice, needs the old one, and none comes back in the page")
    func password() async throws {
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            func change(_ old: String, _ new: String, _ again: String) async throws -> Reply {
                try await wire.submit(
                    "/account/password?lang=en", [("old", old), ("password", new), ("again", again)],
                    by: guest)
            }
            let different = try await change(House.password, "une lune orange", "une lune verte")
            #expect(
                different.status == 422 && different.body.contains(Catalogue.text("password.different").en))
            let wrong = try await change("un canot vert", "une lune orange", "une lune orange")
            #expect(wrong.status == 422 && wrong.body.contains(Catalogue.text("password.wrong").en))
            let short = try await change(House.password, "lune", "lune")
            #expect(short.status == 422 && short.body.contains("at least 12 characters"))
            for reply in [different, wrong, short] {
                #expect(!reply.body.contains("canot") && !reply.body.contains("lune"))
            }
            let chosen = try await change(House.password, "une lune orange", "une lune orange")
            #expect(chosen.status == 303 && chosen.headers["location"] == "/account?done=1")
        }
    }

    @Test("The language stays with the person, and the page that was left comes back in it")
    func language() async throws {
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            func choose(_ language: String, _ next: String) async throws -> Reply {
                try await wire.submit(
                    "/account/language", [("language", language), ("next", next)], by: guest)
            }
            let chosen = try await choose("en", "/account?lang=fr&done=1")
            #expect(chosen.status == 303 && chosen.headers["location"] == "/account?done=1")
            let page = try await wire.page("/account", of: guest, ["Accept-Language: fr"])
            #expect(page.headers["content-language"] == "en")
            #expect(try await choose("fr", "/?lang=en").headers["location"] == "/")
            #expect(try await choose("fr", "//evil.example").headers["location"] == "/")
            #expect(try await choose("de", "/").status == 400)
        }
    }

    @Test("A second factor is set up with password and code, and shows its codes for emergencies once")
    func factor() async throws {
        let guest = try await house.guest()
        let accounts = house.accounts
        try await withServer(house: house) { wire in
            let page = try await wire.page("/account/factor?lang=en", of: guest).body
            let secret = try #require(page.firstMatch(of: /name="secret" value="([A-Z2-7]{32})"/)).1
            let code = TimeCode.code(try #require(TimeCode.secret(String(secret))), step: accounts.now / 30)
            func set(_ password: String, _ code: String) async throws -> Reply {
                try await wire.submit(
                    "/account/factor?lang=en",
                    [("secret", String(secret)), ("password", password), ("code", code)], by: guest)
            }
            let wrong = try await set("un canot vert", code)
            #expect(wrong.status == 422 && wrong.body.contains("value=\"\(secret)\""))
            #expect(!wrong.body.contains("un canot"))
            let other = try await set(House.password, "12345")
            #expect(other.status == 422 && other.body.contains(Catalogue.text("factor.wrong").en))
            let done = try await set(House.password, code)
            #expect(done.status == 200 && done.body.count(of: "<li><code>") == 10)
            let login = try await wire.submit(
                "/login?lang=en", [("address", guest.visitor.address), ("password", House.password)],
                key: house.doorkeeper.formKey(of: nil))
            #expect(login.status == 422 && login.body.contains(Catalogue.text("login.codeMissing").en))
        }
    }

    @Test("Where every account needs one, nothing else is open before it is set up")
    func factorFirst() async throws {
        let strict = House(needsFactor: true)
        let guest = try await strict.guest(roles: ["DG"])
        let link = try await strict.guest(notice: UUID())
        try await withServer(house: strict) { wire in
            for path in ["/todo", "/account", "/files/LIA-1"] {
                let reply = try await wire.page(path, of: guest)
                #expect(reply.status == 303 && reply.headers["location"] == "/account/factor", "\(path)")
            }
            let form = try await wire.submit("/account/password", [], by: guest)
            #expect(form.status == 403 && form.member("code") == "factor_needed")
            let factor = try await wire.page("/account/factor?lang=en", of: guest)
            #expect(factor.status == 200 && factor.body.contains(Catalogue.text("factor.needed").en))
            #expect(
                try await wire.page("/files/LIA-1", of: link).status == 404, "who came by link has no account"
            )
            #expect(try await wire.page("/", of: guest).status == 200)
            #expect(try await wire.submit("/logout", [], by: guest).status == 303)
        }
    }

    @Test("An invitation opens with its code, keeps it while the password is flawed, and serves once")
    func invitation() async throws {
        let person = house.account()
        let code = try await Self.invite(person, house)
        let key = house.doorkeeper.formKey(of: nil)
        try await withServer(house: house) { wire in
            func choose(_ password: String, _ again: String) async throws -> Reply {
                try await wire.submit(
                    "/invitations/\(code)?lang=en", [("password", password), ("again", again)], key: key)
            }
            let page = try await wire.get("/invitations/\(code)?lang=en")
            #expect(page.status == 200 && page.body.contains("Anne Martin"))
            #expect(page.body.contains("action=\"/invitations/\(code)?lang=en\""))
            let different = try await choose("une lune orange", "une lune verte")
            #expect(
                different.status == 422 && different.body.contains(Catalogue.text("password.different").en))
            let flawed = try await choose("annemartin!!", "annemartin!!")
            #expect(flawed.status == 422 && flawed.body.contains(Catalogue.text("password.context").en))
            let chosen = try await choose("une lune orange", "une lune orange")
            #expect(chosen.status == 303 && chosen.headers["location"] == "/login?chosen=1&lang=en")
            #expect(try await wire.get("/invitations/\(code)").status == 410)
            #expect(try await choose("une lune bleue", "une lune bleue").status == 410)
            #expect(try await wire.get("/invitations/\(String(repeating: "0", count: 32))").status == 410)
        }
    }
}

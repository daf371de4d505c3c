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
        let carried = ["keptPath", "kept", "keptFiles"].filter { reply.body.contains("name=\"\($0)\"") }
        return try await wire.submit(
            "/login",
            [("address", address), ("password", House.password)]
                + carried.map { ($0, try hidden($0, in: reply)) }, key: hidden("formKey", in: reply), own)
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
            #expect(reply.body.contains("<li class=\"said\">Nine pages\nof thought</li>"))
            let again = try await Self.logIn("anne@lab.example", after: reply, wire)
            #expect(again.status == 200 && again.body.contains("action=\"\(Self.path)\""))
            #expect(again.body.contains("name=\"reason\" value=\"Nine pages\nof thought\""))
            #expect(again.body.contains("name=\"f.amount\" value=\"12\""))
            #expect(again.body.contains("<dd>Décider</dd>") && again.body.contains("<dd>LIA-2016-0042</dd>"))
            #expect(again.body.contains("<dt>Montant</dt><dd class=\"said\">12</dd>"))
            #expect(again.body.contains("<a href=\"/files/LIA-2016-0042\">"))
            #expect(try Self.hidden("request", in: again) == "r-1")
            #expect(try Self.hidden("formKey", in: again) != guest.formKey)
            #expect(again.headers["set-cookie"]?.contains("__Host-entente=") == true)
        }
    }

    @Test(
        "What is told of a form names its fields, choices and days, and leaves out what the page gave it",
        arguments: [
            ("f.outcome", "yes", "<dt>Issue</dt><dd class=\"said\">Favorable</dd>"),
            ("f.from", "2016-06-01", "<dt>Depuis</dt><dd class=\"said\">1er juin 2016</dd>"),
            ("f.units", "U2", "<dt>Unités</dt><dd class=\"said\">Unité 2</dd>"),
            ("f.note", "Voici.", "<dt>Note</dt><dd class=\"said\">Voici.</dd>"),
            ("reason", "Insuffisant", "<dt>Motif</dt><dd class=\"said\">Insuffisant</dd>"),
        ])
    func told(name: String, value: String, shown: String) async throws {
        let house = Self.house()
        let anne = house.account(roles: ["DG"])
        let (first, second) = (try await house.guest(anne), try await house.guest(anne))
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(
                "\(Self.path)&lang=fr", [(name, value), ("request", "r-1")], by: second, key: first.formKey,
                Self.own)
            #expect(reply.body.contains(shown))
            #expect(!reply.body.contains(">r-1<"))
        }
    }

    @Test("Of several files each is named, with the act")
    func batch() async throws {
        var house = Self.house()
        for file in ["LIA-1", "LIA-2"] {
            var form = ActForm.sample
            form.file = file
            house.files.forms[file] = form
        }
        let anne = house.account(roles: ["DG"])
        let (first, second) = (try await house.guest(anne), try await house.guest(anne))
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(
                "/todo/acts/decide?set=s1&lang=fr",
                [("item", "LIA-1/life"), ("item", "LIA-2/life"), ("reason", "Insuffisant")], by: second,
                key: first.formKey, Self.own)
            #expect(reply.body.contains("<dd>Décider</dd>"))
            #expect(reply.body.contains("<dd>LIA-1</dd><dd>LIA-2</dd>"))
        }
    }

    @Test(
        "The language and a lost password keep what was typed",
        arguments: [
            [("to", "login", "en")], [("to", "reset", "en")], [("to", "reset", "fr"), ("to", "", "en")],
        ])
    func carried(ways: [(String, String, String)]) async throws {
        let house = Self.house()
        let anne = house.account("anne@lab.example", roles: ["DG"])
        let guest = try await house.guest(anne)
        try await house.doorkeeper.logOut(guest.visitor)
        try await withServer(house: house) { wire in
            var reply = try await wire.submit(Self.path, Self.typed, by: guest, Self.own)
            #expect(!reply.body.contains("hreflang"), "No link of the language leaves the text behind.")
            #expect(!reply.body.contains("href=\"/login"), "Nor one of the menu.")
            for (name, to, language) in ways {
                reply = try await wire.submit(
                    "/login/kept?lang=\(language)",
                    [
                        (name, to), ("keptPath", Self.hidden("keptPath", in: reply)),
                        ("kept", Self.hidden("kept", in: reply)),
                    ], key: Self.hidden("formKey", in: reply), Self.own)
                #expect(reply.status == 200 && reply.body.contains("<html lang=\"\(language)\""))
                #expect(reply.body.contains("action=\"/login/reset") == (to == "reset"))
            }
            let again = try await Self.logIn("anne@lab.example", after: reply, wire)
            #expect(again.body.contains("name=\"reason\" value=\"Nine pages\nof thought\""))
        }
    }

    @Test("With files that are too long to keep, what was typed is kept, and each file is asked for again")
    func upload() async throws {
        let house = Self.house()
        let anne = house.account("anne@lab.example", roles: ["DG"])
        let guest = try await house.guest(anne)
        try await house.doorkeeper.logOut(guest.visitor)
        let typed = [("formKey", guest.formKey), ("reason", "Nine pages\nof thought")].map {
            "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
        }.joined()
        let body =
            typed + Self.head("file.report", "rapport.pdf") + String(repeating: "x", count: 400_000) + "\r\n"
            + Self.head("file.project", "projet.pdf") + "x\r\n--b--\r\n"
        try await withServer(house: house) { wire in
            let reply = try await wire.send(
                "POST \(Self.path)",
                [
                    "Host: localhost", "Connection: close", "Content-Type: multipart/form-data; boundary=b",
                    "Content-Length: \(body.utf8.count)", guest.cookie,
                ] + Self.own, body: body)
            #expect(reply.status == 401 && reply.body.contains("(rapport.pdf)"))
            let again = try await Self.logIn("anne@lab.example", after: reply, wire)
            #expect(again.body.contains("name=\"reason\" value=\"Nine pages\nof thought\""))
            #expect(again.body.contains("<input id=\"file-0\" name=\"file.report\" type=\"file\">"))
            #expect(again.body.contains("<input id=\"file-1\" name=\"file.project\" type=\"file\">"))
        }
    }

    private static func head(_ field: String, _ name: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n\r\n"
    }

    @Test("A form of accented letters as long as a form may be is kept through the door")
    func accented() async throws {
        let house = Self.house()
        let anne = house.account("anne@lab.example", roles: ["DG"])
        let guest = try await house.guest(anne)
        try await house.doorkeeper.logOut(guest.visitor)
        let long = String(repeating: "é è", count: 16_000)
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, [("reason", long)], by: guest, Self.own)
            #expect(reply.status == 401)
            let again = try await Self.logIn("anne@lab.example", after: reply, wire)
            #expect(again.status == 200 && again.body.contains(long))
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

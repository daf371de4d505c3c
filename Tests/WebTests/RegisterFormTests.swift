import Agreements
import Engine
import Synchronization
import Testing

@testable import Web

@Suite("The forms of the register")
struct RegisterFormTests {
    private static let path = "/ops/register/grant-end/7"
    private static let sent = [("request", "r-1"), ("f.until", "2016-06-19T10:00")]

    @Test("Each form opens for whoever may enter it, under its own title, and for nobody else")
    func opens() async throws {
        let house = House()
        let (office, auditor) = (try await house.guest(roles: ["INT"]), try await house.guest(roles: ["AUD"]))
        let security = try await house.guest(roles: ["FSD"])
        try await withServer(house: house) { wire in
            for entry in RegisterEntry.allCases {
                let path = entry.path(about: entry.isAboutSomething ? "7" : nil) + "?lang=en"
                let reply = try await wire.page(path, of: office)
                #expect(
                    reply.status == 200 && reply.body.contains(Catalogue.text("entry.\(entry.word)").en))
                #expect(reply.body.contains("&lt;b&gt;"))
                let lead = Catalogue.text("entryHelp.\(entry.word)").en
                #expect(reply.body.count(of: lead) == 1, "a field explains what the page does")
                #expect(try await wire.page(path, of: auditor).status == 403)
                let status = try await wire.page(path, of: security).status
                #expect(status == (entry.list == .measures ? 200 : 404), "\(entry)")
            }
        }
    }

    @Test(
        "What no form is about is not there",
        arguments: ["nonsense", "grant-end", "grant/7", "person/7", "grant-end/7/8"])
    func nowhere(path: String) async throws {
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let reply = try await wire.page("/ops/register/\(path)", of: office)
            #expect(reply.status == 404)
        }
    }

    @Test("The lists lead to the forms that add to them and to those that change a line, but no auditor")
    func links() async throws {
        var house = House()
        house.office.list = ListTable(
            [.name, .change], [[.text("Anne"), .entries([.grantEnd], about: "7")]], count: 1)
        let (office, auditor) = (try await house.guest(roles: ["ADM"]), try await house.guest(roles: ["AUD"]))
        try await withServer(house: house) { wire in
            let body = try await wire.page("/ops/grants", of: office).body
            #expect(body.contains("href=\"/ops/register/grant\"") && body.contains("href=\"\(Self.path)\""))
            #expect(!(try await wire.page("/ops/grants", of: auditor).body).contains("/ops/register"))
            let sheet = try await wire.page("/ops/grants.csv?lang=en", of: office).body
            #expect(sheet.contains("Name\r\nAnne") && !sheet.contains("Change"))
        }
    }

    @Test("It is entered once with what was typed; then the list says that it is done")
    func enters() async throws {
        let heard = Mutex<[EntryRequest]>([])
        var house = House()
        house.register.onEnter = { request in
            heard.withLock { $0.append(request) }
            return EntryOutcome()
        }
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.sent, by: office)
            #expect(reply.status == 303 && reply.headers["location"] == "/ops/grants?done=1")
        }
        let expected = EntryRequest(
            entry: .grantEnd, about: "7", values: ["until": "2016-06-19T10:00"], requestID: "page/r-1")
        #expect(heard.withLock { $0 } == [expected])
    }

    @Test("Files that nobody could act on are named, and an address is shown")
    func outcome() async throws {
        var house = House()
        house.register.onEnter = { _ in
            EntryOutcome(lacking: ["LIA-2017-001"], address: "https://x.example/invitations/<c>")
        }
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.sent, by: office)
            #expect(reply.status == 200 && reply.body.contains("href=\"/files/LIA-2017-001\""))
            #expect(reply.body.contains("invitations/&lt;c&gt;"))
        }
    }

    @Test("What is wrong is told beside its field, or at the top, and what was typed stays")
    func wrong() async throws {
        let errors: [(any Error, String)] = [
            (
                FormProblem(["until": .init(fr: "non", en: "no such day")]),
                "id=\"field-until-problem\">no such day<"
            ),
            (
                Refusal(
                    code: "bad_input", text: .init(fr: "Champ", en: "Field"),
                    field: .init("until", .init(fr: "trop tôt", en: "too early"))),
                "id=\"field-until-problem\">too early<"
            ),
            (Refusal(code: "own_right", text: .init(fr: "Non.", en: "Not for you.")), "<p>Not for you.</p>"),
        ]
        for (error, words) in errors {
            var house = House()
            house.register.onEnter = { _ in throw error }
            let office = try await house.guest(roles: ["INT"])
            try await withServer(house: house) { wire in
                let reply = try await wire.submit("\(Self.path)?lang=en", Self.sent, by: office)
                #expect(reply.status == 422 && reply.body.contains(words), "\(error)")
                #expect(reply.body.contains("value=\"2016-06-19T10:00\""))
                #expect(reply.body.contains("name=\"request\" value=\"r-1\""))
            }
        }
    }

    @Test("A part that is not seen and arrives damaged is told at the top, and what was typed stays")
    func damaged() async throws {
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            for name in ["request", "elsewhere", "f.elsewhere"] {
                let sent = Self.sent.filter { $0.0 != name } + [(name, "r\0")]
                let reply = try await wire.submit("\(Self.path)?lang=en", sent, by: office)
                #expect(reply.status == 422 && reply.body.contains("arrived damaged"), "\(name)")
                #expect(reply.body.contains("value=\"2016-06-19T10:00\""))
            }
        }
    }

    @Test("What an address gives a field stands in it")
    func prefilled() async throws {
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(Self.path)?f.until=2017-01-01T00:00", of: office).body
            #expect(body.contains("value=\"2017-01-01T00:00\""))
        }
    }
}

import Agreements
import Engine
import Foundation
import Testing

@testable import Web

@Suite("The pages")
struct PageTests {
    @Test(
        "The language is the one asked for in the address, else the preferred one, else French",
        arguments: [
            ("/", "", "fr"), ("/", "en", "en"), ("/", "fr-CA, en;q=0.8", "fr"),
            ("/", "de, en-GB;q=0.5", "en"),
            ("/", "en;q=0.5, fr;q=0.5", "fr"), ("/", "*", "fr"), ("/?lang=en", "fr", "en"),
            ("/?lang=fr", "en", "fr"),
            ("/?lang=de", "en", "en"), ("/?lang=%C3%A9", "", "fr"),
        ])
    func language(path: String, accepted: String, expected: String) async throws {
        try await withServer { wire in
            let reply = try await wire.get(path, ["Accept-Language: \(accepted)"])
            #expect(reply.headers["content-language"] == expected)
            #expect(reply.body.contains("<html lang=\"\(expected)\">"))
            #expect(reply.headers["vary"] == "Accept, Accept-Language")
        }
    }

    @Test(
        "The start page tells the figures as people read them",
        arguments: [
            (
                "fr",
                [
                    "15 juin 2016 à 15\u{00A0}h<", "1\u{202F}204", "6\u{202F}300", "En vigueur",
                    "Rapport annuel",
                ]
            ),
            (
                "en",
                ["15 June 2016, 15:00", "1,204", "6,300", "In force", "Yearly report"]
            ),
        ])
    func figures(language: String, expected: [String]) async throws {
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let body = try await wire.page("/?lang=\(language)", of: office).body
            for text in expected + ["0.1.0", "LIA-2016-0042", "entente --help"] {
                #expect(body.contains(text))
            }
        }
    }

    @Test("Text from definitions is shown as text, never as markup")
    func escaping() async throws {
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let body = try await wire.page("/?lang=en", of: office).body
            #expect(body.contains("Institute &lt;of&gt; examples &amp; measures") && !body.contains("<of>"))
        }
    }

    @Test(
        "A page has one first heading, a skip link, scoped headers, no script and no inline style",
        arguments: [
            "/?lang=fr", "/?lang=en", "/no", "/?lang=en&lang=fr",
        ])
    func accessibility(path: String) async throws {
        try await withServer { wire in
            let body = try await wire.get(path, ["Accept: text/html"]).body
            #expect(body.count(of: "<h1") == 1)
            #expect(body.contains("<a class=\"skip\" href=\"#main\">") && body.contains("<main id=\"main\""))
            #expect(body.count(of: "<th scope=") == body.count(of: "<th") - body.count(of: "<thead"))
            #expect(!body.contains("<th>") && !body.contains("<script") && !body.contains("style=\""))
        }
    }

    @Test("An empty system shows sentences instead of empty tables")
    func empty() async throws {
        var port = WebStatus.sample
        port.overview = {
            Overview(
                institution: .init(fr: "Vide", en: "Empty"), version: "1",
                legalTime: .init(now: .epoch, isSimulated: true))
        }
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        try await withServer(port, house: house) { wire in
            let body = try await wire.page("/?lang=en", of: office).body
            #expect(!body.contains("<table") && !body.contains("Simulated database."))
            for text in ["No agreement yet.", "Nobody is awaited.", "Nothing falls due."] {
                #expect(body.contains(text))
            }
        }
    }

    @Test(
        "Those who may see how the office stands find its figures; everybody else is told whose pages these are",
        arguments: [true, false])
    func figuresForWhom(isSimulated: Bool) async throws {
        var (house, port) = (House(), WebStatus.sample)
        house.isSimulated = isSimulated
        port.overview = {
            Overview(
                institution: .init(fr: "Institut", en: "Institut"), version: "1",
                legalTime: .init(now: .epoch, isSimulated: isSimulated))
        }
        var guests: [(Guest?, Bool)] = [(nil, false)]
        for role in ["PI_FR", "DG", "SIG", "FSD"] {
            guests.append((try await house.guest(roles: [role]), false))
        }
        for role in ["INT", "ADM", "AUD"] { guests.append((try await house.guest(roles: [role]), true)) }
        try await withServer(port, house: house) { [guests] wire in
            for (guest, sees) in guests {
                let body = try await wire.page("/?lang=en", of: guest).body
                let name = guest?.visitor.roles.first ?? "nobody"
                #expect(body.contains("<h1>Institut</h1>"), "\(name)")
                #expect(body.contains(Catalogue.text("machine.title").en) == sees, "\(name)")
                let isTold = body.contains(Catalogue.text("welcome.accounts").en)
                #expect(isTold == (isSimulated && guest == nil), "\(name)")
            }
        }
    }

    @Test("Whoever came in by a link is led from the start page to its file, as long as it waits for them")
    func linked() async throws {
        var house = House()
        house.files.file = .sample
        let guest = try await house.guest(roles: ["INT"], notice: UUID())
        try await withServer(house: house) { wire in
            let reply = try await wire.page("/", of: guest)
            #expect(reply.status == 303 && reply.headers["location"] == "/files/\(FileView.sample.name)")
        }
        house.files.isOpen = { false }
        try await withServer(house: house) { wire in
            let reply = try await wire.page("/?lang=en", of: guest)
            #expect(reply.status == 200 && !reply.body.contains(Catalogue.text("machine.title").en))
        }
    }

    @Test("Where a second factor is asked for, nobody sees figures before it is set up")
    func beforeFactor() async throws {
        let house = House(needsFactor: true)
        let guest = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            let body = try await wire.page("/?lang=en", of: guest).body
            #expect(!body.contains(Catalogue.text("machine.title").en))
        }
    }

    @Test(
        "A page is HTML or nothing",
        arguments: [("image/png", 406), ("text/*", 200), ("*/*;q=0.1", 200), ("text/html;q=0", 406)])
    func acceptable(accept: String, status: Int) async throws {
        try await withServer { wire in
            let reply = try await wire.get("/", ["Accept: \(accept)"])
            #expect(reply.status == status)
        }
    }

    @Test("Every text is there in both languages")
    func complete() {
        #expect(Catalogue.entries.count > 60)
        for (key, text) in Catalogue.entries {
            for language in Language.allCases { #expect(!text[language].isEmpty, "\(key) \(language)") }
        }
        for status in LegalStatus.allCases { #expect(Catalogue.entries["legal.\(status.rawValue)"] != nil) }
        for kind in Problem.Kind.allCases {
            #expect(Catalogue.entries[kind.title] != nil && Catalogue.entries[kind.detail] != nil)
        }
    }

    @Test("Every text that a template names is in the catalogue", arguments: Pages.templates.keys)
    func named(template: String) throws {
        let text = try #require(Pages.templates[template])
        for match in text.matches(of: /\{\{t\.([a-zA-Z.]+)\}\}/) {
            let name = String(match.1)
            let isSign =
                name.hasPrefix("sign.") && Typography.signs(.french)[String(name.dropFirst(5))] != nil
            #expect(isSign || Catalogue.entries[name] != nil, "\(template) names \(name)")
        }
    }
}

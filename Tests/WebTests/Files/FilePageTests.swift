import Agreements
import Testing

@testable import Web

@Suite("The page of a file")
struct FilePageTests {
    private static func house(_ file: FileView?) -> House {
        var house = House()
        house.files.file = file
        return house
    }

    @Test(
        "It tells where the file stands, whose turn it is, what comes and what happened, in either language",
        arguments: [
            (
                "fr",
                [
                    "Aurores boréales", "En vigueur", "Instruction", "(en cours)", "Décider",
                    "Direction générale",
                    "Anne Martin, Bruno Caro", "Trop tôt.", "Relance", "Accord", "Corée", "Sigle", "Déposé",
                    "15 juin 2016", "1\u{00A0}Mo", "«\u{00A0}Complet\u{00A0}»",
                ]
            ),
            (
                "en",
                [
                    "Northern lights", "In force", "Review", "(current)", "Decide", "Directorate",
                    "Anne Martin, Bruno Caro", "Too early.", "Reminder", "Agreement", "Korea", "Acronym",
                    "Submitted", "15 June 2016", "1\u{00A0}MB", "“Complet”",
                ]
            ),
        ])
    func page(language: String, expected: [String]) async throws {
        let house = Self.house(.sample)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.page("/files/LIA-2016-0042?lang=\(language)", of: guest)
            #expect(reply.status == 200)
            for text in expected + ["LIA-2016-0042", "2016-0117", "AURORE", "abababababab"] {
                #expect(reply.body.contains(text), "\(text)")
            }
            #expect(reply.body.contains("aria-current=\"step\"") && reply.body.contains("scope=\"col\""))
        }
    }

    @Test("What is written in the other language says so")
    func otherLanguage() async throws {
        var file = FileView.sample
        var fact = FileView.Fact(.init(fr: "Titre", en: "Title"), .init(fr: "Aurora", en: "Aurora"))
        fact.language = .english
        file.facts = [fact]
        let house = Self.house(file)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let french = try await wire.page("/files/LIA-2016-0042?lang=fr", of: guest).body
            #expect(french.contains("<dd lang=\"en\">Aurora</dd>"))
            let english = try await wire.page("/files/LIA-2016-0042?lang=en", of: guest).body
            #expect(english.contains("<dd>Aurora</dd>"))
        }
    }

    @Test("An act that is allowed is a link to its form, one that is refused is told with the reason")
    func acts() async throws {
        let house = Self.house(.sample)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/files/LIA-2016-0042?lang=en", of: guest).body
            #expect(body.contains("href=\"/files/LIA-2016-0042/acts/decide?process=life\""))
            #expect(!body.contains("/acts/sign%20now") && body.contains("<dd>Too early.</dd>"))
        }
    }

    @Test("Whatever people typed is shown as text", arguments: ["fr", "en"])
    func hostile(language: String) async throws {
        let house = Self.house(.hostile)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.page("/files/LIA-2016-0042?lang=\(language)", of: guest)
            #expect(reply.status == 200)
            #expect(!reply.body.contains("<script") && !reply.body.contains("&amp;\"'"))
            #expect(reply.body.count(of: "&lt;script&gt;alert(1)&lt;/script&gt;{{t.skip}}{{{t.skip}}}") > 20)
            #expect(reply.body.contains("\(language.uppercased())&lt;script&gt;"))
            let other = language == "fr" ? "EN" : "FR"
            #expect(!reply.body.contains("\(other)&lt;script&gt;"))
        }
    }

    @Test("Parts that hold nothing are left out")
    func bare() async throws {
        let house = Self.house(
            FileView(
                name: "x", reference: nil, registerNumber: nil, subject: nil, title: nil,
                instrument: .init(fr: "Laboratoire", en: "Laboratory"), legal: .none, state: [], revision: 1,
                now: .epoch, term: nil))
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/files/x?lang=en", of: guest).body
            for id in ["acts", "clocks", "documents", "parties", "dossier", "people", "history"] {
                #expect(!body.contains("id=\"\(id)\""), "\(id)")
            }
            #expect(
                body.contains(Catalogue.text("file.noWait").en)
                    && body.contains(Catalogue.text("file.draft").en))
        }
    }

    @Test("A file that there is none of, and one that the visitor may not see, are the same to them")
    func unknown() async throws {
        let house = Self.house(.sample)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            for path in ["/files/LIA-2016-0043", "/files/%00", "/files/..", "/files/%3Cscript%3E", "/files/"]
            {
                let reply = try await wire.page(path, of: guest)
                #expect(reply.status == 404 && reply.member("code") == "not_found", "\(path)")
            }
            let page = try await wire.page("/files/no?lang=en", of: guest, ["Accept: text/html"])
            #expect(
                page.status == 404 && page.body.contains("<h1>") && !page.body.contains("AURORE")
            )
        }
    }

    @Test(
        "Nobody is said to be asked only where nobody is: names may be withheld, and steps unseen",
        arguments: [
            ("file.unnamed", true, false, false), ("file.nobody", false, false, false),
            ("file.unseenWait", nil, true, false), ("file.nextCall", nil, false, true),
            ("file.noWait", nil, false, false),
        ])
    func whoseTurn(key: String, hasUnnamed: Bool?, hasUnseen: Bool, awaitsCall: Bool) async throws {
        var house = House()
        var file = FileView.sample
        file.waits = hasUnnamed == nil ? [] : [file.waits[1]]
        if let hasUnnamed { file.waits[0].hasUnnamed = hasUnnamed }
        (file.hasUnseenWaits, file.awaitsCall) = (hasUnseen, awaitsCall)
        house.files.file = file
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/files/LIA-2016-0042?lang=en", of: guest).body
            for other in ["unnamed", "nobody", "unseenWait", "nextCall", "noWait"].map({ "file.\($0)" }) {
                #expect(body.contains(Catalogue.text(other).en) == (other == key), "\(other)")
            }
        }
    }

    @Test("The last events are shown at once, all of them where that is asked")
    func history() async throws {
        var house = House()
        var file = FileView.sample
        let one = file.history[0]
        file.history = (1...13).reversed().map { number in
            var line = one
            line.reason = "because \(number)."
            return line
        }
        house.files.file = file
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let last = try await wire.page("/files/LIA-2016-0042?lang=en", of: guest).body
            let all = "href=\"/files/LIA-2016-0042?history=all#history\""
            #expect((2...13).allSatisfy { last.contains("because \($0).") } && !last.contains("because 1."))
            #expect(last.contains(all) && last.contains("\(Catalogue.text("file.earlier").en) (13)"))
            let whole = try await wire.page("/files/LIA-2016-0042?lang=en&history=all", of: guest).body
            #expect((1...13).allSatisfy { whole.contains("because \($0).") } && !whole.contains(all))
        }
    }

    @Test(
        "Who is asked and absent today is said to be so until when; what was said of the file is shown by itself"
    )
    func absentAndOpinions() async throws {
        var house = House()
        var file = FileView.sample
        file.waits[0].holders = [.init("Anne Martin", absentUntil: Day(daysSinceEpoch: 16_967))]
        file.history[0].isOpinion = true
        file.hasChanges = true
        house.files.file = file
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/files/LIA-2016-0042?lang=en", of: guest).body
            #expect(body.contains("Anne Martin (absent until 15 June 2016)"))
            let french = try await wire.page("/files/LIA-2016-0042?lang=fr", of: guest).body
            #expect(french.contains("Anne Martin (en absence jusqu’au 15 juin 2016)"))
            #expect(
                body.contains("href=\"/files/LIA-2016-0042/changes\"") && body.contains("id=\"opinions\""))
            #expect(!body.contains(Catalogue.text("file.noOpinion").en))
        }
    }
}

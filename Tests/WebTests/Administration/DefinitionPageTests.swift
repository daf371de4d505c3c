import Agreements
import Engine
import Synchronization
import Testing

@testable import Web

@Suite("Definitions")
struct DefinitionPageTests {
    private static let path = "/ops/definitions/lia/2016.1"

    @Test(
        "A version shows who published it, its picture with the words for it, its files by stage, and its gate"
    )
    func definition() async throws {
        try await House().caller(roles: ["AUD"]) { guest in
            let body = try await guest.get("\(Self.path)?lang=en").body
            for text in [
                "Anne Martin", "src=\"\(Self.path)/life?lang=en\"",
                "href=\"\(Self.path)/life?lang=en&amp;whole=yes\"",
                "alt=\"Diagram of the process Life.", "Draft &lt;1&gt; › Open", "Lead applicant",
                "<a href=\"/ops/waits?definition=lia&amp;version=2016.1\">Total (2)</a>", "securitySilence",
                "2 months", "An end is possible", "Nothing is wrong",
            ] { #expect(body.contains(text), "\(text)") }
            let other = try await guest.get("\(Self.path)?process=review&lang=en").body
            #expect(
                other.contains("src=\"\(Self.path)/review?lang=en\"") && !other.contains("Lead applicant"))
            #expect(try await guest.get("\(Self.path)?process=none").status == 404)
        }
    }

    @Test("A picture is SVG in the language that is asked for, the outermost states unless all are")
    func picture() async throws {
        try await House().caller(roles: ["INT"]) { guest in
            let reply = try await guest.get("\(Self.path)/life?lang=en&whole=yes")
            #expect(
                reply.headers["content-type"] == "image/svg+xml" && reply.body == "<svg>life en true</svg>")
            #expect(try await guest.get("\(Self.path)/life?lang=fr").body == "<svg>life fr false</svg>")
        }
        var house = House()
        house.definitions.view = nil
        try await house.caller(roles: ["INT"]) { (guest) async throws in
            #expect(try await guest.get("\(Self.path)/life").status == 404)
            #expect(try await guest.get(Self.path).status == 404)
        }
    }

    @Test("Who audits reads the definitions and is offered no form that brings one")
    func auditor() async throws {
        try await House().caller(roles: ["AUD"]) { guest in
            let page = try await guest.get("/ops/definitions")
            #expect(page.status == 200 && !page.body.contains("/ops/candidate"))
            #expect(try await guest.get("/ops/candidate").status == 403)
        }
    }

    @Test("What of the server's folder is not published is told, and what is still proved; otherwise nothing")
    func unpublished() async throws {
        var house = House()
        let (awaited, refused) = (
            "Still being proved, then published by themselves: ume.yaml",
            "start of the server: lia.yaml, lea.yaml"
        )
        try await house.caller(roles: ["ADM"]) { guest in
            let page = try await guest.get("/ops/definitions?lang=en").body
            #expect(!page.contains("Still being proved") && !page.contains("start of the server"))
        }
        (house.definitions.awaited, house.definitions.refused) = (["ume.yaml"], ["lia.yaml", "lea.yaml"])
        try await house.caller(roles: ["ADM"]) { (guest) async throws in
            let page = try await guest.get("/ops/definitions?lang=en").body
            #expect(page.contains(awaited) && page.contains(refused))
        }
    }

    @Test("A definition is brought as a file and leads to its page; without a file the form says so")
    func bring() async throws {
        let brought = Mutex<[[UploadedFile]]>([])
        var house = House()
        house.definitions.onBring = { files in brought.withLock { $0.append(files) } }
        try await house.caller(roles: ["ADM"]) { guest in
            let reply = try await guest.upload(
                "/ops/candidate", [], name: "lia.yaml", bytes: Array("workflow: lia".utf8),
                from: "/ops/definitions")
            #expect(reply.status == 303 && reply.headers["location"] == "/ops/candidate")
            let empty = try await guest.upload(
                "/ops/candidate?lang=en", [], name: "", bytes: [], from: "/ops/definitions")
            #expect(empty.status == 422 && empty.body.contains("choose a file"))
        }
        let names = brought.withLock { $0.map { $0.map(\.name) } }
        #expect(names == [["lia.yaml"]])
    }

    @Test(
        "Findings are told in the reader's language, with their place, what to do and the way that leads there, and then there is no button",
        arguments: [
            (
                "fr",
                [
                    "Transition jamais prise", "rien ne la prend &lt;jamais&gt;", "admit par INT",
                    "Retirez-la.",
                ]
            ),
            (
                "en",
                ["Transition never taken", "nothing &lt;ever&gt; takes it", "admit by INT", "Remove it."]
            ),
        ])
    func unsound(language: String, texts: [String]) async throws {
        var house = House()
        house.definitions.brought = CandidateView(files: ["lia.yaml"], brought: .epoch, gate: .unsound)
        try await house.caller(roles: ["INT"]) { guest in
            let body = try await guest.get("/ops/candidate?lang=\(language)").body
            for text in texts + ["lia.yaml:12:3"] { #expect(body.contains(text), "\(text)") }
            #expect(!body.contains("/ops/candidate/publish") && !body.contains("<img"))
        }
    }

    private static func sound(
        _ standing: CandidateView.Standing = .new, files: Int = 30
    ) -> House {
        var house = House()
        var view = DefinitionView.sample
        (view.publication, view.stages) = (nil, nil)
        let impacts = (0..<files).map { number in
            ImpactView.File(
                name: .init(fr: "LIA-\(number)", en: "LIA-\(number)"), path: "/files/\(number)",
                from: "2016.1",
                refusal: number == 0 ? .init(fr: "sans équivalent", en: "no counterpart") : nil,
                changes: number == 1 ? [.init(fr: "Échéance", en: "Timer: a → b")] : [])
        }
        house.definitions.brought = CandidateView(
            files: ["lia.yaml", "life.yaml"], brought: .epoch, gate: .sound, definition: view,
            standing: standing, impact: ImpactView(waiting: files, files: impacts))
        return house
    }

    @Test("The impact tells each file that stays and what changes in the others, page by page")
    func impact() async throws {
        try await Self.sound().caller(roles: ["ADM"]) { guest in
            let body = try await guest.get("/ops/candidate?lang=en").body
            for text in [
                "lia.yaml, life.yaml", "no counterpart", "<li>Timer: a → b</li>", "Only the version changes.",
                "page 1 of 2", "href=\"/ops/candidate?page=2\"",
                "src=\"/ops/candidate/pictures/life?lang=en\"",
            ] { #expect(body.contains(text), "\(text)") }
            let next = try await guest.get("/ops/candidate?page=2&lang=en").body
            #expect(next.contains("LIA-29") && !next.contains("LIA-24<"))
            let beyond = try await guest.get("/ops/candidate?page=3")
            #expect(beyond.status == 303 && beyond.headers["location"] == "/ops/candidate?page=2")
        }
    }

    @Test(
        "The button publishes what the page showed, with the running files where asked; a refusal is told there"
    )
    func publish() async throws {
        let asked = Mutex<[String]>([])
        var house = Self.sound()
        house.definitions.onPublish = { sha256, migrating in
            asked.withLock { $0.append("\(sha256.prefix(4)) \(migrating)") }
            if sha256.isEmpty {
                throw Refusal(code: "candidate_changed", text: .init(fr: "a changé", en: "it changed"))
            }
        }
        try await house.caller(roles: ["INT"]) { guest in
            let path = "/ops/candidate/publish"
            let sha256 = String(repeating: "ab", count: 32)
            let first = try await guest.post(path, [("sha256", sha256)], from: "/ops/candidate")
            #expect(first.status == 303 && first.headers["location"] == "/ops/candidate?done=1")
            _ = try await guest.post(path, [("sha256", sha256), ("migrate", "yes")], from: "/ops/candidate")
            let refused = try await guest.post("\(path)?lang=en", [], from: "/ops/candidate")
            #expect(refused.status == 422 && refused.body.contains("it changed"))
        }
        #expect(asked.withLock { $0 } == ["abab false", "abab true", " false"])
    }

    @Test(
        "A version that stands is only moved to, one whose number is taken is not published",
        arguments: [
            (CandidateView.Standing.new, 3, "Publish</button>"),
            (.published, 3, "Move the running files</button>"),
            (.published, 0, nil), (.taken, 3, nil),
        ] as [(_, _, String?)])
    func standing(standing: CandidateView.Standing, files: Int, button: String?) async throws {
        try await Self.sound(standing, files: files).caller(roles: ["INT"]) { guest in
            let body = try await guest.get("/ops/candidate?lang=en").body
            #expect(body.contains("/ops/candidate/publish") == (button != nil))
            if let button { #expect(body.contains(button)) }
        }
    }
}

import Agreements
import Synchronization
import Testing

@testable import Web

@Suite("A paper signed by hand")
struct PaperTests {
    private static let path = "/files/LIA-2016-0042/acts/decide/paper"
    private static let filled = [
        ("process", "life"), ("revision", "7"), ("request", "r-1"), ("text", "ab12"),
        ("f.dated", "2016-06-14"),
        ("f.place", "Séoul"),
    ]
    private static let pdf = SamplePaper.pdf

    private static func house(_ form: ActForm = .sample) -> House {
        var house = House()
        house.files.form = form
        return house
    }

    @Test("Its form asks for the date on the paper and the file, beside the text that is signed")
    func page() async throws {
        try await Self.house().caller { guest in
            let page = try await guest.get("\(Self.path)?process=life&lang=en").body
            for part in [
                "action=\"\(Self.path)\"", "enctype=\"multipart/form-data\"", "name=\"f.dated\"",
                "name=\"file\" type=\"file\"", "accept=\".pdf,.png,.jpg,.jpeg\"", "Agreement · v2",
                "name=\"text\" value=\"ab12\"", "<h1>Hand in the signed paper</h1>",
                "<p class=\"lead\">Decide</p>",
                "<button>Hand in the signed paper</button>",
            ] { #expect(page.contains(part), "\(part)") }
            #expect(!page.contains("name=\"f.amount\""))
            let act = try await guest.get("/files/LIA-2016-0042/acts/decide?process=life&lang=en").body
            #expect(act.contains("href=\"\(Self.path)?process=life\""))
        }
    }

    @Test("It is handed on once, with its date, the hash that was shown and its bytes")
    func done() async throws {
        let sent = Mutex<[SignedPaper]>([])
        var house = Self.house()
        house.files.onPaper = { paper in sent.withLock { $0.append(paper) } }
        try await house.caller { guest in
            let reply = try await guest.upload(
                Self.path, Self.filled + [("reason", "Signé")], name: "signé.pdf", bytes: Self.pdf,
                from: Self.path)
            #expect(reply.status == 303 && reply.headers["location"] == "/files/LIA-2016-0042?done=1")
        }
        let paper = try #require(sent.withLock(\.self).first)
        #expect(paper.act.values == ["dated": "2016-06-14", "place": "Séoul"])
        #expect(paper.act.textHash == "ab12" && paper.act.revision == 7 && paper.act.requestID == "page/r-1")
        #expect(paper.act.act == ActName("decide", process: "life"))
        #expect(paper.fileName == "signé.pdf" && paper.bytes == Self.pdf)
    }

    @Test(
        "What is no scan of a paper, or has no date, comes back with what is wrong",
        arguments: [
            ("signe.txt", "Signed.", "2016-06-14", "a PDF, or a PNG or JPEG image"),
            ("signe.pdf", "Signed.", "2016-06-14", "not what the name of the file says"),
            ("signe.pdf", String(decoding: SamplePaper.pdf, as: UTF8.self), "", "give the date on the paper"),
            (
                "signe.pdf", String(decoding: SamplePaper.written("/OpenAction<</S/Launch>>"), as: UTF8.self),
                "2016-06-14",
                "the PDF starts an action when it is opened"
            ),
            ("signe.pdf", "%PDF-1.7", "2016-06-14", "cut short or damaged"),
        ])
    func wrong(name: String, content: String, dated: String, said: String) async throws {
        var house = Self.house()
        house.files.onPaper = { _ in Issue.record("a paper was kept") }
        try await house.caller { guest in
            let fields = Self.filled.map { $0.0 == "f.dated" ? ($0.0, dated) : $0 }
            let reply = try await guest.upload(
                "\(Self.path)?lang=en", fields, name: name, bytes: Array(content.utf8), from: Self.path)
            #expect(reply.status == 422)
            #expect(reply.body.contains(said), "\(said)")
            #expect(reply.body.contains("value=\"Séoul\""), "What was typed stays.")
        }
    }

    @Test("A refusal comes back in the form")
    func refused() async throws {
        var house = Self.house()
        house.files.onPaper = { _ in
            throw Refusal(
                code: "dated_before_text",
                text: .init(fr: "Le papier est trop ancien.", en: "Too old a paper."))
        }
        try await house.caller { guest in
            let reply = try await guest.upload(
                "\(Self.path)?lang=en", Self.filled, name: "signe.pdf", bytes: Self.pdf, from: Self.path)
            #expect(reply.status == 422 && reply.body.contains("Too old a paper."))
        }
    }

    @Test("An act that takes no paper has no such page")
    func none() async throws {
        var form = ActForm.sample
        form.paper = nil
        try await Self.house(form).caller { guest in
            #expect(try await guest.get("\(Self.path)?process=life").status == 404)
            let act = try await guest.get("/files/LIA-2016-0042/acts/decide?process=life").body
            #expect(!act.contains("/paper"))
        }
    }
}

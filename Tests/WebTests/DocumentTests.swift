import Agreements
import Synchronization
import Testing
import Uploads

@testable import Web

@Suite("Documents of a file")
struct DocumentTests {
    private static func shelf(_ documents: [DocumentFile] = []) -> DocumentShelf {
        DocumentShelf(
            file: "LIA-2016-001", reference: "LIA-2016-001", subject: nil,
            documents: documents.map(\.document),
            kinds: [
                FormChoice("text", .init(fr: "Texte", en: "Text")),
                FormChoice("letter", .init(fr: "Courrier", en: "Letter")),
            ], owners: [FormChoice("life/renewal", .init(fr: "Renouvellement", en: "Renewal"))], refusal: nil)
    }

    private static func house(_ documents: [DocumentFile] = []) -> House {
        var house = House()
        house.proposals.documents = shelf(documents)
        house.proposals.files = Dictionary(
            documents.map { ($0.document.id, $0) }, uniquingKeysWith: { $1 })
        return house
    }

    private static let path = "/files/LIA-2016-001/documents"

    @Test(
        "A download is an attachment that no browser opens by itself, under our name and its sender's",
        arguments: [
            ("%PDF-1.7\n", "application/pdf", "pdf"), ("<script>", "application/octet-stream", "txt"),
        ])
    func download(content: String, type: String, ending: String) async throws {
        let file = DocumentFile.sample("d1", name: "Réponse \"1\".pdf", bytes: Array(content.utf8))
        try await Self.house([file]).caller { guest in
            let reply = try await guest.get("\(Self.path)/d1")
            #expect(reply.status == 200 && reply.body == content)
            #expect(reply.headers["content-type"] == type)
            #expect(reply.headers["x-content-type-options"] == "nosniff")
            #expect(
                reply.headers["content-disposition"]
                    == "attachment; filename=\"LIA-2016-001-text-v1-fr.\(ending)\"; "
                    + "filename*=UTF-8''R%C3%A9ponse%20%221%22.pdf")
            #expect(try await guest.get("\(Self.path)/d2").status == 404)
            #expect(try await guest.get("/files/OTHER/documents/d1").status == 404)
        }
    }

    @Test("An upload is handed on with its kind, its language and its sender's name, and its hash is shown")
    func upload() async throws {
        let sent = Mutex<[DocumentRequest]>([])
        var house = Self.house([.sample("d1", bytes: [0x78])])
        house.proposals.onAdd = { order in sent.withLock { $0.append(order) } }
        try await house.caller { guest in
            let fields = [
                ("f.kind", "text"), ("f.process", "life/renewal"), ("f.language", "fr"), ("request", "r1"),
            ]
            let reply = try await guest.upload(
                Self.path, fields, name: "C:\\dossier\\texte.txt", bytes: Array("Été".utf8), from: Self.path)
            #expect(reply.status == 303 && reply.headers["location"] == "\(Self.path)?added=d1")
            let page = try await guest.get("\(Self.path)?added=d1&lang=en").body
            #expect(page.contains(String(repeating: "ab", count: 32)))
        }
        let order = try #require(sent.withLock(\.self).first)
        #expect(order.fileName == "texte.txt" && order.bytes == Array("Été".utf8))
        #expect(order.kind == "text" && order.process == "life/renewal" && order.language == "fr")
        #expect(order.requestID == "page/r1")
    }

    @Test(
        "An upload that is not what it should be comes back with the reason",
        arguments: [
            ("a.exe", "MZ", "letter", "this format is not accepted"),
            ("a.pdf", "plain", "letter", "the content is not what the name of the file says"),
            ("a.txt", "\u{1}", "letter", "the text is not UTF-8"),
            ("a.txt", "", "letter", "the file is empty"), ("", "", "letter", "choose a file"),
            ("a.txt", "plain", "secret", "choose a kind from the list"),
            (
                "a\u{202E}b.txt", "plain", "letter",
                "change the name of the file – without a hidden character: U+202E"
            ),
            (
                String(repeating: "a", count: 300) + ".txt", "plain", "letter",
                "change the name of the file – from 1 to 255 characters"
            ),
        ])
    func refused(name: String, content: String, kind: String, reason: String) async throws {
        try await Self.house().caller { guest in
            let reply = try await guest.upload(
                "\(Self.path)?lang=en", [("f.kind", kind), ("request", "r")], name: name,
                bytes: Array(content.utf8), from: Self.path)
            #expect(reply.status == 422 && reply.body.contains(reason))
            #expect(reply.body.count(of: "<h1") == 1 && !reply.body.contains("style=\""))
        }
    }

    @Test(
        "A form with files that are too large comes back with what was chosen, and says how large they may be"
    )
    func tooLarge() async throws {
        let house = Self.house()
        let token = try await house.session(of: house.person("anne@x.example", roles: ["PI_FR"]))
        var configuration = WebConfiguration(port: 0)
        configuration.limits.uploadBytesMax = 5_000
        try await withServer(house: house, configuration: configuration) { wire in
            let guest = Caller(wire: wire, token: token)
            for (size, status) in [(5_001, 422), (15_000, 422), (30_000, 413)] {
                let reply = try await guest.upload(
                    "\(Self.path)?lang=en", [("f.kind", "letter"), ("request", "r")], name: "a.txt",
                    bytes: Array(repeating: 65, count: size), from: Self.path)
                #expect(reply.status == status)
                guard status == 422 else { continue }
                #expect(reply.body.contains("id=\"file-problem\">this file is too large: at most 20 MB"))
                #expect(reply.body.contains("<option value=\"letter\" selected>"))
            }
        }
    }

    @Test("What the engine says of a document stands beside the field for the file")
    func refusedByEngine() async throws {
        var house = Self.house()
        house.proposals.onAdd = { _ in
            let problem = LocalizedText(fr: "de 1 octet à 25 Mio", en: "from 1 byte to 25 MiB")
            throw Refusal(
                code: "bad_input", text: .init(fr: "Champ « document »", en: "Field document"),
                field: Refusal.Field("document", problem))
        }
        try await house.caller { guest in
            let reply = try await guest.upload(
                "\(Self.path)?lang=en", [("f.kind", "letter"), ("request", "r")], name: "a.txt",
                bytes: Array("plain".utf8), from: Self.path)
            #expect(reply.status == 422 && !reply.body.contains("Field document"))
            #expect(reply.body.contains("<a href=\"#file\">File</a>: from 1 byte to 25 MiB"))
            #expect(reply.body.contains("id=\"file-problem\">from 1 byte to 25 MiB"))
        }
    }

    @Test("Every reason not to take a file in is told in both languages", arguments: UploadFlaw.allCases)
    func told(flaw: UploadFlaw) {
        let text = Catalogue.text("shelf.\(flaw.rawValue)")
        #expect(!text.fr.isEmpty && text.fr != text.en)
    }

    @Test("Two versions of a text are compared line by line, in words and not by colour alone")
    func difference() async throws {
        let old = DocumentFile.sample("d1", bytes: Array("one\ntwo\nthree".utf8))
        let new = DocumentFile.sample("d2", version: 2, bytes: Array("one\n2 < 3\nthree".utf8), earlier: "d1")
        let other = DocumentFile.sample("d3", version: 3, name: "a.pdf", bytes: Array("%PDF-1.7".utf8))
        try await Self.house([old, new, other]).caller { guest in
            let body = try await guest.get("\(Self.path)/d2/difference?lang=en").body
            #expect(
                body.contains("removed: </span>two</del>") && body.contains("added: </span>2 &lt; 3</ins>"))
            #expect(body.contains("<option value=\"d1\" selected>Text v1 (FR)</option>"))
            let same = try await guest.get("\(Self.path)/d2/difference?with=d2&lang=en").body
            #expect(same.contains("Both versions say the same."))
            let pdf = try await guest.get("\(Self.path)/d2/difference?with=d3&lang=en").body
            #expect(pdf.contains("do not both hold a text") && !body.contains("The text alone is compared"))
            #expect(try await guest.get("\(Self.path)/d2/difference?with=d9").status == 404)
        }
    }

    private static func version(_ number: Int, _ name: String, _ archive: StoredArchive) -> DocumentFile {
        .sample(
            "d\(number)", version: number, name: name, bytes: archive.bytes,
            earlier: number > 1 ? "d\(number - 1)" : nil)
    }

    private static let old = ["One", "Two &lt;2", "Three"]
    private static let new = ["One", "Two &amp; a half", "Three"]
    private static let pairs: [(DocumentFile, DocumentFile)] = [
        (version(1, "1.docx", .docx(old)), version(2, "2.docx", .docx(new))),
        (version(1, "1.odt", .odt(old)), version(2, "2.odt", .odt(new))),
        (version(1, "1.docx", .docx(old)), version(2, "2.odt", .odt(new))),
    ]

    @Test(
        "Documents of Word and of Writer are compared by their paragraphs, also with one another",
        arguments: pairs)
    func officeDifference(older: DocumentFile, newer: DocumentFile) async throws {
        try await Self.house([older, newer]).caller { guest in
            let body = try await guest.get("\(Self.path)/d2/difference?lang=en").body
            #expect(body.contains("removed: </span>Two &lt;2</del>") && body.contains("Lines added"))
            #expect(body.contains("added: </span>Two &amp; a half</ins>"))
            #expect(body.contains("The text alone is compared"))
            let same = try await guest.get("\(Self.path)/d2/difference?with=d2&lang=en").body
            #expect(
                same.contains("Both versions say the same.") && same.contains("The text alone is compared"))
        }
    }

    @Test(
        "Papers are compared by sentences where something reads them, also with what they were printed from")
    func paperDifference() async throws {
        func paper(_ number: Int, _ text: String) -> DocumentFile {
            .sample(
                "d\(number)", version: number, name: "\(number).pdf", bytes: Array("%PDF-1.7\n\(text)".utf8),
                earlier: "d\(number - 1)")
        }
        let documents = [
            Self.version(1, "1.docx", .docx(["One. Two.", "Three."])),
            paper(2, "One. Two\nand a half.\n\nThree."),
            paper(3, "One.\nTwo and a\nhalf.\n\nThree."),
        ]
        var house = Self.house(documents)
        house.pdfText = PDFTextReader { bytes throws(TextFlaw) in
            String(decoding: bytes.dropFirst(9), as: UTF8.self)
        }
        try await house.caller { guest in
            let body = try await guest.get("\(Self.path)/d2/difference?lang=en").body
            #expect(body.contains("removed: </span>Two.</del>"))
            #expect(body.contains("added: </span>Two and a half.</ins>"))
            let same = try await guest.get("\(Self.path)/d3/difference?lang=en").body
            #expect(same.contains("Both versions say the same."))
            let shelf = try await guest.get("\(Self.path)?lang=en").body
            #expect(shelf.contains("href=\"\(Self.path)/d3/difference\""))
        }
    }

    @Test("What cannot be read, or is too long, is told")
    func unreadable() async throws {
        let long = [String](repeating: "a", count: LineDifference.linesMax + 1)
        let documents = [
            Self.version(1, "1.docx", .docx([])), Self.version(2, "2.docx", .docx(long)),
            Self.version(3, "3.docx", .docx(["a"])),
        ]
        try await Self.house(documents).caller { guest in
            let path = "\(Self.path)/d3/difference?lang=en&with"
            let (empty, many) = (try await guest.get("\(path)=d1"), try await guest.get("\(path)=d2"))
            #expect(empty.body.contains("do not both hold a text"))
            #expect(many.body.contains("These texts are too long to be compared here."))
        }
    }

    private static let shelves: [([String], [Int])] = [
        (["1.txt", "2.txt"], [2]), (["1.docx", "2.ODT", "3.txt"], [2, 3]), (["1.pdf", "2.pdf"], []),
        (["1.pdf", "2.docx"], []), (["1.docx", "2.pdf"], []), (["1.docx", "2.pdf", "3.docx"], [3]),
        (["1.xlsx", "2.xlsx"], []), (["scan", "2.txt"], [2]), (["1.docx"], []),
    ]

    @Test("A comparison is offered where the names say that both can be read", arguments: shelves)
    func offered(names: [String], compared: [Int]) async throws {
        let documents = names.enumerated().map { index, name in
            DocumentFile.sample("d\(index + 1)", version: index + 1, name: name, bytes: [0x78])
        }
        try await Self.house(documents).caller { guest in
            let body = try await guest.get("\(Self.path)?lang=en").body
            for version in 1...names.count {
                let isOffered = body.contains("href=\"\(Self.path)/d\(version)/difference\"")
                #expect(isOffered == compared.contains(version), "version \(version)")
            }
        }
    }

    @Test(
        "Without a version named, the last one that can be read is compared with, and only such are offered")
    func counterpart() async throws {
        let documents = [
            DocumentFile.sample("d1", bytes: Array("one".utf8)),
            DocumentFile.sample(
                "d2", version: 2, name: "2.pdf", bytes: Array("%PDF-1.7".utf8), earlier: "d1"),
            DocumentFile.sample("d3", version: 3, bytes: Array("three".utf8), earlier: "d2"),
        ]
        try await Self.house(documents).caller { guest in
            let body = try await guest.get("\(Self.path)/d3/difference?lang=en").body
            #expect(body.contains("removed: </span>one</del>") && body.contains("added: </span>three</ins>"))
            #expect(!body.contains("<option value=\"d2\""))
            let pdf = try await guest.get("\(Self.path)/d2/difference?lang=en")
            #expect(pdf.status == 200 && pdf.body.contains("do not both hold a text"))
        }
    }
}

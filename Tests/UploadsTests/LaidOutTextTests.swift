import Testing

@testable import Uploads

@Suite("Text of pages is told by sentences")
struct LaidOutTextTests {
    private static let text =
        "The parties agree to cooperate. Each pays its part; nobody pays twice.\n\nArticle 2\n\nDone at Paris."

    private static let layouts = [
        text,
        "The parties agree\nto coop-\nerate. Each\npays its part; nobody pays\ntwice.\n\nArticle 2\n\nDone\nat Paris.",
        "  The parties agree to cooperate.\r\nEach pays   its part; nobody pays twice.\n\u{0C}Article 2\n \n\nDone at Paris.\n\u{0C}",
    ]

    @Test("Where lines and pages end makes no difference", arguments: layouts)
    func layout(pages: String) {
        #expect(
            LaidOutText.sentences(in: pages).split(separator: "\n") == [
                "The parties agree to cooperate.", "Each pays its part;", "nobody pays twice.", "Article 2",
                "Done at Paris.",
            ])
    }

    @Test(
        "A dash stays where it joins no broken word",
        arguments: [
            ("U1151 -\nthe unit", "U1151 - the unit"), ("Franco-\nCoréen", "Franco- Coréen"),
            ("a-\n1", "a- 1"), ("", ""),
        ])
    func dash(pages: String, line: String) {
        #expect(LaidOutText.sentences(in: pages) == (line.isEmpty ? "" : line + "\n"))
    }

    private static let reader = PDFTextReader { bytes throws(TextFlaw) in
        String(decoding: bytes.dropFirst(9), as: UTF8.self)
    }

    private static func pdf(_ text: String) -> [UInt8] { Array("%PDF-1.7\n\(text)".utf8) }

    @Test("A paper and what it was printed from say the same")
    func printed() throws {
        let paper = try DocumentText.sentences(
            of: Self.pdf("One. Two\nand\nthree.\n\nFour."), readingPDF: Self.reader)
        let plain = try DocumentText.sentences(
            of: Array("One. Two and three.\n\nFour.".utf8), readingPDF: nil)
        #expect(paper == plain && paper == "One.\nTwo and three.\nFour.\n")
    }

    @Test("A scan, a paper beyond the bound and one that nothing reads are told apart")
    func flaws() {
        func flaw(_ text: String, _ reader: PDFTextReader?) -> TextFlaw? {
            do throws(TextFlaw) { _ = try DocumentText.text(of: Self.pdf(text), readingPDF: reader) } catch {
                return error
            }
            return nil
        }
        #expect(flaw(" \u{0C}\n", Self.reader) == .notText)
        #expect(flaw("One.", nil) == .notText)
        #expect(flaw(String(repeating: "a ", count: 1 << 21), Self.reader) == .tooLong)
        #expect(flaw("One.", Self.reader) == nil)
    }
}

import Testing

@testable import Uploads

@Suite("The text of a document")
struct DocumentTextTests {
    private typealias Sample = SampleDocument

    private static let words: [(String, String)] = [
        (
            "\(Sample.paragraph("Article 1"))\(Sample.paragraph("Les ", "parties"))",
            "Article 1\nLes parties\n"
        ),
        ("<w:p/><w:p></w:p>\(Sample.paragraph("a"))", "\n\na\n"),
        (
            """
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>
            <w:br/><w:t>c</w:t><w:noBreakHyphen/><w:br w:type="page"/></w:r></w:p>
            """, "a\tb\nc\u{2011}\n"
        ),
        (
            """
            <w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:delText>old</w:delText></w:r>
            <w:del><w:r><w:delText>old</w:delText><w:tab/></w:r></w:del></w:p>
            """, "new\n"
        ),
        ("\(Sample.joined("a"))\(Sample.paragraph("b"))", "ab\n"), (Sample.joined("last"), "last\n"),
        (
            """
            <w:tbl><w:tr><w:tc>\(Sample.paragraph("one"))</w:tc><w:tc>\(Sample.paragraph("two"))</w:tc></w:tr>
            </w:tbl>
            """, "one\ntwo\n"
        ),
        (
            """
            <w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice>\(Sample.paragraph("box"))</mc:Choice>
            <mc:Fallback>\(Sample.paragraph("box"))</mc:Fallback></mc:AlternateContent><w:t>b</w:t></w:r></w:p>
            """, "ab\nbox\n"
        ),
        (
            Sample.paragraph(
                "a &lt; b &amp; &#233;&#xE9; &quot;&apos;&gt;", "<![CDATA[ <&]]><!-- <x> --><?y > ?>é"),
            "a < b & éé \"'> <&é\n"
        ),
        (Sample.paragraph("one\r\nline\t more"), "one  line  more\n"),
    ]

    @Test(
        "Of Word each paragraph is a line, with its tabs and line ends, as if tracked changes were accepted",
        arguments: words)
    func word(body: String, expected: String) throws {
        #expect(try DocumentText.text(of: Sample.docx(body)) == expected)
    }

    @Test("Notes follow the body, without the lines that part them from it")
    func notes() throws {
        let foot = """
            <w:footnotes><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="1">
            \(Sample.paragraph("foot"))</w:footnote></w:footnotes>
            """
        let end = """
            <w:endnotes><w:endnote w:type="normal">\(Sample.paragraph("end"))</w:endnote></w:endnotes>
            """
        let notes = [("word/endnotes.xml", end), ("word/footnotes.xml", foot)]
        #expect(
            try DocumentText.text(of: Sample.docx(Sample.paragraph("body"), notes)) == "body\nfoot\nend\n")
    }

    @Test("Part and mark of the encoding may stand first")
    func prologue() throws {
        let part = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Sample.word(Sample.paragraph("a")) + "\n"
        #expect(try DocumentText.text(of: Sample.docx(part)) == "a\n")
        #expect(try DocumentText.text(of: Sample.docx(part: [0xEF, 0xBB, 0xBF] + part.utf8)) == "a\n")
    }

    private static let writing: [(String, String)] = [
        ("<text:h>Title</text:h>\n  <text:p>a <text:span>b</text:span></text:p>", "Title\na b\n"),
        ("<text:p>  a \n b<text:s text:c=\"3\"/>c<text:s/>d  </text:p>", "a b   c d\n"),
        ("<text:p>a<text:s/></text:p><text:p>b<text:tab/>c<text:line-break/>d</text:p>", "a \nb\tc\nd\n"),
        (
            """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>
            </text:changed-region></text:tracked-changes><text:p>new</text:p>
            """, "new\n"
        ),
        (
            """
            <text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p>\
            </text:note-body></text:note>b<office:annotation><text:p>aside</text:p></office:annotation></text:p>
            """, "ab\nnote\n"
        ),
        (
            """
            <table:table><table:table-row><table:table-cell><text:p>one</text:p></table:table-cell>
            <table:table-cell><text:p>two</text:p></table:table-cell></table:table-row></table:table>
            """, "one\ntwo\n"
        ),
    ]

    @Test(
        "Of Writer, too; blanks in a row are one there, and counted ones as many as they say",
        arguments: writing)
    func writer(body: String, expected: String) throws {
        #expect(try DocumentText.text(of: Sample.odt(body)) == expected)
    }

    private static let body = Sample.word(Sample.paragraph("a"))

    private static let hostile: [String] = [
        "<!DOCTYPE w:document>\(body)", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\(body)",
        "<?xml version='1.0'?><!DOCTYPE x>\(body)", "<!-- --><!ENTITY e \"x\">\(body)",
        Sample.paragraph("&e;"), Sample.paragraph("&#0;"), Sample.paragraph("&#xD800;"),
        Sample.paragraph("&#x110000;"), Sample.paragraph("&#xFFFF;"), Sample.paragraph("&amp"),
        Sample.paragraph("&#99999999999999;"), Sample.paragraph("\u{1}"),
        "<w:p>", "</w:p>", "<w:p><w:r></w:p></w:r>", "<w:p", "<w:p/", "<w:p x=\"", "<w:p x=1/>",
        "<w:p x/>", "<w:p x=\"<\"/>", "<w:p x=\"1\"y=\"2\"/>", "< w:p/>", "<1/>", "<w:p/ >", "<!-- a",
        "<![CDATA[a", "<? a", "<!-- -->\(body)\(body)", "<!-- -->\(body)x", "<!-- -->x\(body)",
        "<!-- -->", "", "<ns0:p><ns0:r><ns0:t>a</ns0:t></ns0:r></ns0:p>",
        String(repeating: "<a>", count: 300_000),
        "\(String(repeating: "<a>", count: 300))\(String(repeating: "</a>", count: 300))",
    ]

    @Test(
        "A document type, what is not well formed, and what names its tags otherwise are no text",
        arguments: hostile)
    func refused(body: String) {
        #expect(throws: TextFlaw.notText) { try DocumentText.text(of: Sample.docx(body)) }
    }

    @Test("So is what is not UTF-8, and every other kind of file")
    func others() {
        let latin = Self.body.utf8.map { $0 == UInt8(ascii: "a") ? 0xE9 : $0 }
        let files: [[UInt8]] = [
            Sample.docx(part: latin), SamplePDF().bytes, SampleImage.png, SampleImage.jpeg, [0xFF],
            SampleArchive(["[Content_Types].xml", "xl/workbook.xml"]).bytes, SampleArchive.docx().bytes,
        ]
        for bytes in files { #expect(throws: TextFlaw.notText) { try DocumentText.text(of: bytes) } }
    }

    @Test("More than the bounds is too long, as text, as words of a document and as what holds them")
    func bounds() throws {
        let text = [UInt8](repeating: 0x61, count: DocumentText.bytesMax)
        #expect(try DocumentText.text(of: text).utf8.count == text.count)
        // Not too dense to be taken for a bomb.
        let words = (0..<500_000).map(String.init).joined()
        let tags = "<!--\(String(repeating: words, count: 12))-->\(Self.body)"
        let spaces = String(repeating: "<text:s text:c='2000000'/>", count: 2)
        let files: [[UInt8]] = [
            text + [0x61], Sample.docx(Sample.paragraph(words)), Sample.docx(tags),
            Sample.odt("<text:p><text:s text:c=\"9000000000000000000\"/></text:p>"),
            Sample.odt("<text:p>\(spaces)</text:p>"),
        ]
        for bytes in files { #expect(throws: TextFlaw.tooLong) { try DocumentText.text(of: bytes) } }
    }

    @Test("No byte that is changed or missing leads astray")
    func damaged() {
        let part = Array(Sample.word("<w:p a='&lt;'><w:r><w:t>b</w:t></w:r><!-- c --></w:p>").utf8)
        for index in part.indices {
            var other = part
            other[index] ^= 0x1F
            _ = try? DocumentText.text(of: Sample.docx(part: other))
            #expect(throws: TextFlaw.notText) {
                try DocumentText.text(of: Sample.docx(part: Array(part.prefix(index))))
            }
        }
    }

    private static let names: [(String, Bool?)] = [
        ("a.docx", true), ("A.ODT", true), ("a.md", true), ("a.pdf", false), ("a.xlsx", false),
        ("a.png", false), ("a", nil), ("a.exe", nil), ("docx", nil),
    ]

    @Test("A name says beforehand whether there is text to read", arguments: names)
    func announced(name: String, hasText: Bool?) {
        let format = FileFormat.announced(by: name)
        #expect(format?.hasText(readingPDF: false) == hasText)
        #expect(format?.hasText(readingPDF: true) == (format == .pdf ? true : hasText))
    }
}

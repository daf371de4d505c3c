import Testing

@testable import Uploads

@Suite("An office document is what it says, and leads nowhere")
struct OfficeCheckTests {
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static func relation(_ type: String) -> (String, String) {
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(types)/\(type)\" "
                + "Target=\"https://a.example\" TargetMode=\"External\"/></Relationships>"
        )
    }

    private static let bomb = String(repeating: "0", count: 30_000_000)

    @Test(
        "Bombs, ways out, macros and what is fetched from elsewhere are refused",
        arguments: [
            (SampleArchive.docx([("word/media/a", bomb)]), UploadFlaw.bomb),
            (SampleArchive((0..<1_001).map { "\($0)" }), .bomb),
            (SampleArchive.docx([("../slip", "x")]), .paths),
            (SampleArchive.docx([("/etc/passwd", "x")]), .paths),
            (SampleArchive.docx([("C:\\x", "x")]), .paths),
            (SampleArchive.docx([("word/vbaProject.bin", "x")]), .formatActive),
            (SampleArchive.docx([("word/embeddings/oleObject1.bin", "x")]), .formatActive),
            (SampleArchive.docx([relation("attachedTemplate")]), .outside),
            (SampleArchive.docx([relation("oleObject")]), .outside),
            (SampleArchive.docx([("word/_rels/a.rels", "<!DOCTYPE x>")]), .broken),
            (SampleArchive.docx([("WORD/Document.xml", "x")]), .broken),
        ])
    func refused(archive: SampleArchive, flaw: UploadFlaw) throws {
        #expect(throws: flaw) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("So are locks, links of the file system, entries over one another, and archives in archives")
    func structure() {
        var archive = SampleArchive.docx()
        archive.flags = 1
        #expect(throws: UploadFlaw.locked) { try OfficeCheck(archive.bytes).check() }
        archive = .docx()
        archive.mode = [0, 0, 0xFF, 0xA1]
        #expect(throws: UploadFlaw.paths) { try OfficeCheck(archive.bytes).check() }
        archive = SampleArchive(["a", "b"])
        archive.isOverlapping = true
        #expect(throws: UploadFlaw.headers) { try OfficeCheck(archive.bytes).check() }
        archive = .docx()
        archive.entries.append(("word/embeddings/table.xlsx", SampleArchive.docx().bytes))
        #expect(throws: Never.self) { try OfficeCheck(archive.bytes).check() }
        var outer = SampleArchive.docx()
        outer.entries.append(("word/embeddings/table.xlsx", archive.bytes))
        #expect(throws: UploadFlaw.bomb) { try OfficeCheck(outer.bytes).check() }
    }

    private static func archive(_ change: @escaping @Sendable (inout [UInt8]) -> Void) -> SampleArchive {
        var archive = SampleArchive.docx([("word/a.xml", String(repeating: "ab", count: 200))])
        archive.local = { header in
            var header = header
            change(&header)
            return header
        }
        return archive
    }

    @Test(
        "Headers that say something else than the directory are refused",
        arguments: [
            archive { $0[8] ^= 8 }, archive { $0[14] ^= 1 }, archive { $0[18] ^= 1 }, archive { $0[22] ^= 1 },
            archive { $0.replaceSubrange(14..<26, with: Array(repeating: 0, count: 12)) },
            archive { header in
                header[6] = 8
                header[22] ^= 1
            },
        ])
    func headers(archive: SampleArchive) {
        #expect(throws: UploadFlaw.headers) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("So is an entry that the directory does not name")
    func unnamed() {
        var archive = SampleArchive.docx()
        archive.unnamed = Array(SampleArchive(["evil.js"]).bytes.prefix(37))
        #expect(throws: UploadFlaw.headers) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("Checksum and sizes may stand behind the bytes, as streams are written")
    func streamed() throws {
        let archive = Self.archive { header in
            header[6] |= 8
            header.replaceSubrange(14..<26, with: Array(repeating: 0, count: 12))
        }
        #expect(throws: Never.self) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("All archives inside have the room of one")
    func room() throws {
        // Not too dense to be let through by themselves.
        let text = (0..<500_000).map(String.init).joined()
        let table = SampleArchive.docx([("word/a.xml", String(repeating: text, count: 7))])
        var archive = SampleArchive.docx()
        for number in 0..<3 { archive.entries.append(("word/embeddings/\(number).xlsx", table.bytes)) }
        #expect(throws: Never.self) { try OfficeCheck(archive.bytes).check() }
        archive.entries.append(("word/embeddings/4.xlsx", table.bytes))
        #expect(throws: UploadFlaw.bomb) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("A picture in a document holds no archive either")
    func pictures() {
        var archive = SampleArchive.docx()
        archive.entries.append(("word/media/a.png", SampleImage.png + SampleArchive.docx().bytes))
        #expect(throws: UploadFlaw.polyglot) { try OfficeCheck(archive.bytes).check() }
    }

    @Test("A link in the text may lead anywhere")
    func links() throws {
        #expect(throws: Never.self) {
            try OfficeCheck(SampleArchive.docx([Self.relation("hyperlink")]).bytes).check()
        }
    }

    @Test("No byte that is changed or missing leads astray")
    func damaged() {
        let bytes = SampleArchive.docx([("word/a.xml", String(repeating: "ab", count: 200))]).bytes
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 0xFF
            _ = try? FileFormat.check("a.docx", other)
            _ = try? FileFormat.check("a.docx", Array(bytes.prefix(index)))
        }
    }
}

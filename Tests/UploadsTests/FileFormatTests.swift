import Testing

@testable import Uploads

@Suite("The form of a file")
struct FileFormatTests {
    @Test(
        "It is told by the bytes",
        arguments: [
            ("a.pdf", SamplePDF().bytes, FileFormat.pdf), ("A.JPEG", SampleImage.jpeg, .jpeg),
            ("a.png", SampleImage.png, .png), ("a.b.txt", Array("Été\r\n\tœuvre".utf8), .text),
            ("a.docx", SampleArchive.docx().bytes, .docx),
            ("a.xlsx", SampleArchive(["[Content_Types].xml", "xl/workbook.xml"]).bytes, .xlsx),
            ("a.odt", odt, .odt),
        ])
    func known(name: String, bytes: [UInt8], expected: FileFormat) throws {
        #expect(try FileFormat.check(name, bytes) == expected)
    }

    @Test(
        "What is something else, cut short or cannot be told is refused",
        arguments: [
            ("a", Array("x".utf8), UploadFlaw.formatUnknown), ("a.svg", Array("<svg/>".utf8), .formatUnknown),
            ("a.pdf", [], .empty), ("a.pdf", Array("<html>".utf8), .formatOther),
            ("a.txt", Array("%PDF-1.4".utf8), .formatOther), ("a.txt", [0xFF, 0xFE, 0x41], .formatText),
            ("a.txt", [0x41, 0x00], .formatText), ("a.docx", SampleArchive(["evil.exe"]).bytes, .formatOther),
            ("a.docx", [0x50, 0x4B, 0x03, 0x04], .broken), ("a.odt", [0x50, 0x4B, 0x03, 0x04], .broken),
            ("a.txt", [0x50, 0x4B, 0x03, 0x04], .formatText),
            ("a.docx", SampleArchive((0..<1_001).map { "\($0)" }).bytes, .bomb),
            ("a.docx", SampleArchive(["[Content_Types].xml", "xl/workbook.xml"]).bytes, .formatOther),
            ("a.pdf", Array("%PDF-".utf8) + Array(repeating: 0x61, count: 40), .broken),
            ("a.pdf", Array(SamplePDF().bytes.dropLast(8)), .broken),
            ("a.pdf", Array(SamplePDF().bytes.dropLast(60)), .broken),
            ("a.png", Array(SampleImage.png.prefix(40)), .broken),
            ("a.png", ImageCheck.pngMark + Array(repeating: 0x30, count: 50), .broken),
            ("a.png", SampleImage.png + Array("PK".utf8), .broken),
            ("a.png", Array(SampleImage.png.dropLast(12)), .broken),
            ("a.png", SampleImage.png(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF), .bomb),
            ("a.jpg", Array(SampleImage.jpeg.dropLast(2)), .broken),
            ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], .broken),
            ("a.txt", Array((#"X5O!P%@AP[4\PZX54(P^)7CC)7}"# + eicar).utf8), .virus),
        ])
    func refused(name: String, bytes: [UInt8], flaw: UploadFlaw) {
        #expect(throws: flaw) { try FileFormat.check(name, bytes) }
    }

    private static let archive = SampleArchive.docx().bytes

    /// A picture with a part of an unknown kind.
    private static func png(with content: [UInt8]) -> [UInt8] {
        let (head, rest) = (SampleImage.png.prefix(33), SampleImage.png.dropFirst(33))
        return Array(head) + SampleImage.chunk("zzZz", content) + Array(rest)
    }

    private static let rar: [UInt8] = Array("Rar!".utf8) + [0x1A, 0x07, 0x01, 0x00]
    private static let sevenZip: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]

    private static let doubles: [(String, [UInt8])] = [
        ("a.pdf", SamplePDF().bytes + archive), ("a.pdf", SamplePDF(objects: [archive]).bytes),
        ("a.pdf", SamplePDF(objects: [rar]).bytes),
        ("a.jpg", SampleImage.jpeg + archive), ("a.jpg", SampleImage.jpeg(archive)),
        ("a.jpg", SampleImage.jpeg(sevenZip)),
        ("a.png", SampleImage.png + archive), ("a.png", png(with: archive)),
        ("a.png", png(with: SamplePDF().bytes)),
        ("a.docx", SampleArchive.docx([("a.txt", "%PDF-1.7")]).bytes),
    ]

    @Test("A file that is also another one is neither", arguments: doubles)
    func polyglots(name: String, bytes: [UInt8]) {
        #expect(throws: UploadFlaw.polyglot) { try FileFormat.check(name, bytes) }
    }

    private static let eicar = "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

    private static let odt: [UInt8] = {
        var archive = SampleArchive(["mimetype", "content.xml"])
        archive.entries[0].content = Array("application/vnd.oasis.opendocument.text".utf8)
        return archive.bytes
    }()
}

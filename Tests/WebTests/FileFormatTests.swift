import Testing

@testable import Web

@Suite("The form of a file")
struct FileFormatTests {
    @Test(
        "It is told by the bytes",
        arguments: [
            ("a.pdf", Array("%PDF-1.4".utf8), FileFormat.pdf), ("A.JPEG", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
            ("a.b.txt", Array("Été\r\n\tœuvre".utf8), .text),
            ("a.docx", archive(["[Content_Types].xml", "word/document.xml"]), .docx),
            ("a.xlsx", archive(["[Content_Types].xml", "xl/workbook.xml"]), .xlsx),
            ("a.odt", archive(["mimetype", "content.xml"], first: odt), .odt),
        ])
    func known(name: String, bytes: [UInt8], expected: FileFormat) throws {
        #expect(try FileFormat.check(name, bytes) == expected)
    }

    @Test(
        "What is something else, holds macros or cannot be told is refused",
        arguments: [
            ("a", Array("x".utf8), FileFormat.Flaw.formatUnknown),
            ("a.svg", Array("<svg/>".utf8), .formatUnknown),
            ("a.pdf", [], .empty), ("a.pdf", Array("<html>".utf8), .formatOther),
            ("a.txt", Array("%PDF-1.4".utf8), .formatOther), ("a.txt", [0xFF, 0xFE, 0x41], .formatText),
            ("a.txt", [0x41, 0x00], .formatText), ("a.docx", archive(["evil.exe"]), .formatOther),
            ("a.docx", [0x50, 0x4B, 0x03, 0x04], .formatOther),
            ("a.docx", archive(["[Content_Types].xml", "xl/workbook.xml"]), .formatOther),
            (
                "a.docx", archive(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
                .formatActive
            ),
        ])
    func refused(name: String, bytes: [UInt8], flaw: FileFormat.Flaw) {
        #expect(throws: flaw) { try FileFormat.check(name, bytes) }
    }

    @Test("A directory that leads nowhere is no archive")
    func broken() {
        var bytes = Self.archive(["[Content_Types].xml", "word/document.xml"])
        for index in bytes.indices {
            var cut = bytes
            cut[index] ^= 0xFF
            _ = ZipNames(cut)
            _ = ZipNames(Array(bytes.prefix(index)))
        }
        bytes[bytes.count - 6] = 0xFF
        #expect(ZipNames(bytes) == nil)
    }

    private static let odt = Array("application/vnd.oasis.opendocument.text".utf8)

    /// An archive of empty files, the first of them with a content.
    private static func archive(_ names: [String], first content: [UInt8] = []) -> [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (index, name) in names.enumerated() {
            let data = index == 0 ? content : []
            directory += [0x50, 0x4B, 0x01, 0x02] + zeros(24) + [UInt8(name.utf8.count), 0] + zeros(12)
            directory += zeros(4) + Array(name.utf8)
            body +=
                [0x50, 0x4B, 0x03, 0x04] + zeros(22) + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8)
            body += data
        }
        let size = [UInt8(names.count), 0]
        let start = [UInt8(body.count & 0xFF), UInt8(body.count >> 8), 0, 0]
        return body + directory + [0x50, 0x4B, 0x05, 0x06] + zeros(4) + size + size + zeros(4) + start
            + zeros(2)
    }

    private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}

@Suite("What changed between two texts")
struct LineDifferenceTests {
    @Test("Removed lines come before those in their place, and long stretches are counted")
    func lines() throws {
        let old = (1...20).map { "\($0)" }.joined(separator: "\n")
        let new = old.replacing("10\n", with: "ten\n") + "\nend"
        let difference = try #require(LineDifference(from: old, to: new, context: 1))
        #expect(
            difference.lines == [
                .skipped(8), .kept("9"), .removed("10"), .inserted("ten"), .kept("11"), .skipped(8),
                .kept("20"),
                .inserted("end"),
            ])
        #expect(difference.inserted == 2 && difference.removed == 1)
    }

    @Test("Line ends of any kind are the same; texts that are too long are not compared")
    func ends() throws {
        let difference = try #require(LineDifference(from: "a\r\nb\rc", to: "a\nb\nc"))
        #expect(difference.lines == [.skipped(3)])
        let long = String(repeating: "x\n", count: LineDifference.linesMax)
        #expect(LineDifference(from: long, to: "") == nil)
    }
}

/// A ZIP archive whose entries are not packed, as a small document may be.
struct StoredArchive {
    var entries: [(name: String, content: String)]

    /// A document of Word with such paragraphs.
    static func docx(_ paragraphs: [String]) -> StoredArchive {
        let body = paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        return StoredArchive(entries: [
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>"),
        ])
    }

    /// A document of Writer with such paragraphs.
    static func odt(_ paragraphs: [String]) -> StoredArchive {
        let body = paragraphs.map { "<text:p>\($0)</text:p>" }.joined()
        return StoredArchive(entries: [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<office:document-content>\(body)</office:document-content>"),
        ])
    }

    var bytes: [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, content) in entries {
            let size = Self.little(content.utf8.count, 4)
            let facts: [UInt8] =
                [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Self.little(Self.checksum(content), 4) + size + size
                + Self.little(name.utf8.count, 4)
            directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
            directory += Self.little(body.count, 4) + Array(name.utf8)
            body += [0x50, 0x4B, 0x03, 0x04] + facts + Array(name.utf8) + Array(content.utf8)
        }
        let count = Self.little(entries.count, 2)
        return body + directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + count + count
            + Self.little(directory.count, 4) + Self.little(body.count, 4) + [0, 0]
    }

    private static func little(_ number: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// CRC-32 (ISO 3309), bit by bit.
    private static func checksum(_ content: String) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content.utf8 {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}

import CZlib

/// An archive as Word writes it, or as somebody who means harm would.
struct SampleArchive {
    var entries: [(name: String, content: [UInt8])] = []
    var flags: UInt8 = 0
    var mode: [UInt8] = [0, 0, 0, 0]
    /// Every header of the directory leads to the first entry.
    var isOverlapping = false
    /// Changes the header before the bytes of each entry, which says what the directory says.
    var local: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    /// What stands before the directory, and in no entry.
    var unnamed: [UInt8] = []

    init(_ names: [String]) { entries = names.map { ($0, []) } }

    static func docx(_ more: [(String, String)] = []) -> SampleArchive {
        var archive = SampleArchive(["[Content_Types].xml", "word/document.xml"])
        archive.entries += more.map { ($0.0, Array($0.1.utf8)) }
        return archive
    }

    var bytes: [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, content) in entries {
            let isPacked = content.count > 100
            let packed = isPacked ? Self.packed(content) : content
            let facts: [UInt8] =
                [20, 0, flags, 0, isPacked ? 8 : 0, 0, 0, 0, 0, 0] + little(Self.checksum(content))
                + little(packed.count) + little(content.count) + [UInt8(name.utf8.count), 0, 0, 0]
            let start = isOverlapping ? 0 : body.count
            directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + facts
            directory += [0, 0, 0, 0, 0, 0] + mode + little(start) + Array(name.utf8)
            body += local([0x50, 0x4B, 0x03, 0x04] + facts) + Array(name.utf8) + packed
        }
        body += unnamed
        let count = [UInt8(entries.count & 0xFF), UInt8(entries.count >> 8)]
        return body + directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + count + count
            + little(directory.count) + little(body.count) + [0, 0]
    }

    private func little(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) } }

    private static func checksum(_ bytes: [UInt8]) -> Int { Int(crc32(0, bytes, UInt32(bytes.count))) }

    /// Without the frame of zlib.
    private static func packed(_ bytes: [UInt8]) -> [UInt8] { Array(zlib(bytes).dropFirst(2).dropLast(4)) }

    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        precondition(
            compress(&packed, &size, bytes, UInt(bytes.count)) == Z_OK, "zlib packs what it is given")
        return Array(packed.prefix(Int(size)))
    }
}

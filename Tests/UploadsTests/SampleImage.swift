import CZlib

/// The smallest pictures that are whole.
enum SampleImage {
    static let png = png(width: 1, height: 1)

    /// One that says it is of this size, with the check sums that belong to it.
    static func png(width: Int, height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width) + big(height) + [8, 0, 0, 0, 0])
            + chunk("IDAT", SampleArchive.zlib([0, 0])) + chunk("IEND", [])
    }

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let data = Array(type.utf8) + content
        return big(content.count) + data + big(Int(crc32(0, data, UInt32(data.count))))
    }

    private static func big(_ number: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(number >> (8 * $0) & 0xFF) }
    }

    static let jpeg = jpeg([])

    /// One with a comment.
    static func jpeg(_ comment: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0]
            + [0xFF, 0xFE] + big(comment.count + 2).suffix(2) + comment + [
                0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
            ]
            + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x55] + [0xFF, 0xD9]
    }
}

/// Pictures: whole from their first part to their last, with nothing behind, and of a size that can be shown.
enum ImageCheck {
    static let pngMark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static let pixelsMax = 200_000_000

    /// The parts of a PNG (ISO/IEC 15948, 5.3), each with its check sum.
    static func png(_ bytes: [UInt8]) throws(UploadFlaw) {
        var position = pngMark.count
        var (isFirst, isEnded) = (true, false)
        while !isEnded, let length = bytes.big(4, at: position),
            let sum = bytes.big(4, at: position + 8 + length)
        {
            let type = bytes[position + 4..<position + 8]
            guard Inflation.crc32(bytes[position + 4..<position + 8 + length]) == sum,
                type.elementsEqual("IHDR".utf8) == isFirst
            else { throw .broken }
            if isFirst {
                try checkSize(bytes.big(4, at: position + 8), bytes.big(4, at: position + 12))
            }
            isFirst = false
            isEnded = type.elementsEqual("IEND".utf8)
            position += 12 + length
        }
        guard isEnded, position == bytes.count, bytes.holds("IDAT") else { throw .broken }
    }

    /// The segments of a JPEG up to its picture (ITU-T T.81, B.1); it ends as a picture ends.
    static func jpeg(_ bytes: [UInt8]) throws(UploadFlaw) {
        var position = 2
        var isSized = false
        while let mark = bytes.big(2, at: position), mark > 0xFF00, mark != 0xFFDA,
            let length = bytes.big(2, at: position + 2), length >= 2
        {
            if (0xFFC0...0xFFCF).contains(mark), ![0xFFC4, 0xFFC8, 0xFFCC].contains(mark) {
                try checkSize(bytes.big(2, at: position + 5), bytes.big(2, at: position + 7))
                isSized = true
            }
            position += 2 + length
        }
        let end = bytes.lastIndex { $0 != 0 } ?? 0
        guard isSized, bytes.big(2, at: position) == 0xFFDA, bytes.holds([0xFF, 0xD9], at: end - 1) else {
            throw .broken
        }
    }

    private static func checkSize(_ width: Int?, _ height: Int?) throws(UploadFlaw) {
        guard let width, let height, width > 0, height > 0 else { throw .broken }
        guard width <= pixelsMax / height else { throw .bomb }
    }
}

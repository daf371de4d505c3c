/// The names in a part of a PDF (ISO 32000-2, 7.3.5), each where it stands, however they are written.
struct PDFNames {
    struct Name {
        let text: String
        let start: Int
        let end: Int
    }

    let all: [Name]

    /// Names are found wherever they could stand: whoever looks for what must not be there takes strings and comments, too.
    ///
    /// - Parameter known: the names that matter; others are passed over.
    init(_ bytes: [UInt8], _ known: Set<String>) throws(UploadFlaw) {
        var (names, position, opener) = ([Name](), 0, UInt8(0))
        let longest = known.map(\.utf8.count).max() ?? 0
        while let slash = bytes[position...].firstIndex(of: 0x2F) {
            // A string that began right before it, as for the address of a link, holds no name.
            opener = bytes[position..<slash].last { !Self.isRegular($0) } ?? opener
            position = slash + 1
            guard opener != 0x28, let name = Self.name(bytes, from: position, longest: longest),
                known.contains(name.text)
            else { continue }
            guard names.count < Self.countMax else { throw .bomb }
            names.append(Name(text: name.text, start: slash, end: name.end))
        }
        all = names
    }

    /// The name that begins there, behind its slash; nil where it is longer than any that matters.
    static func name(
        _ bytes: [UInt8], from start: Int, longest: Int
    ) -> (text: String, end: Int)? {
        var (text, position) = ([UInt8](), start)
        while position < bytes.count, text.count <= longest, isRegular(bytes[position]) {
            if bytes[position] == 0x23, let digits = hexadecimal(bytes, at: position + 1) {
                text.append(digits)
                position += 3
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        guard text.count <= longest else { return nil }
        return (String(decoding: text, as: UTF8.self), position)
    }

    private static func hexadecimal(_ bytes: [UInt8], at position: Int) -> UInt8? {
        guard position + 2 <= bytes.count else { return nil }
        return UInt8(String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
    }

    private static let countMax = 200_000

    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: false
        default: true
        }
    }
}

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
    init(_ bytes: [UInt8], _ known: Set<String>) {
        var (names, position) = ([Name](), 0)
        let longest = known.map(\.utf8.count).max() ?? 0
        while let slash = bytes[position...].firstIndex(of: 0x2F) {
            position = slash + 1
            guard let name = Self.name(bytes, from: slash + 1, longest: longest), known.contains(name.text),
                !Self.isText(bytes, before: slash)
            else { continue }
            names.append(Name(text: name.text, start: slash, end: name.end))
        }
        all = names
    }

    private static func name(
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

    /// Whether a string began right before it, as in the address of a link: then it is no name.
    private static func isText(_ bytes: [UInt8], before slash: Int) -> Bool {
        let start = bytes[Swift.max(0, slash - 2_000)..<slash].last { !isRegular($0) && $0 != 0x2F }
        return start == 0x28
    }

    private static func hexadecimal(_ bytes: [UInt8], at position: Int) -> UInt8? {
        guard position + 2 <= bytes.count else { return nil }
        return UInt8(String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        byte > 0x20 && !"()<>[]{}/%".utf8.contains(byte)
    }
}

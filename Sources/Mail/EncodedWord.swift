/// Encoded words of RFC 2047 in UTF-8, each at most 75 characters and whole in itself (section 2 and 5).
enum EncodedWord {
    private static let wordMax = 75
    private static let frame = "=?UTF-8?Q?".utf8.count + 2

    /// Cuts `text` between characters into as few words as fit, the first within `first` characters.
    ///
    /// "Q", which people can read, is used while at most a third of the bytes need escaping, else "B".
    static func words(_ text: String, first: Int) -> [String] {
        let quoted = text.utf8.count { cost($0) > 1 } * 3 <= text.utf8.count
        var words: [String] = []
        var chunk: [UInt8] = []
        for unit in units(of: text) {
            let limit = (words.isEmpty ? first : wordMax) - frame
            if !chunk.isEmpty, length(chunk + unit, quoted) > limit {
                words.append(word(chunk, quoted))
                chunk = []
            }
            chunk += unit
        }
        return words + [word(chunk, quoted)]
    }

    /// Characters as bytes; one too long for a word (a storm of combining marks) is cut between scalars.
    private static func units(of text: String) -> [[UInt8]] {
        text.flatMap { character -> [[UInt8]] in
            let bytes = Array(character.utf8)
            return bytes.count <= 16 ? [bytes] : character.unicodeScalars.map { Array(String($0).utf8) }
        }
    }

    private static func length(_ bytes: [UInt8], _ quoted: Bool) -> Int {
        quoted ? bytes.reduce(0) { $0 + cost($1) } : (bytes.count + 2) / 3 * 4
    }

    private static func word(_ bytes: [UInt8], _ quoted: Bool) -> String {
        quoted ? "=?UTF-8?Q?\(bytes.map(q).joined())?=" : "=?UTF-8?B?\(Base64.string(bytes))?="
    }

    private static func cost(_ byte: UInt8) -> Int { isLiteral(byte) || byte == 0x20 ? 1 : 3 }

    private static func q(_ byte: UInt8) -> String {
        if byte == 0x20 { return "_" }
        return isLiteral(byte) ? String(UnicodeScalar(byte)) : QuotedPrintable.escape(byte)
    }

    /// What may stand for itself even inside a phrase (RFC 2047 section 5, rule 3).
    private static func isLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x2A, 0x2B, 0x2D, 0x2F: true
        default: false
        }
    }
}

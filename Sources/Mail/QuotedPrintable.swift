/// Quoted-printable of RFC 2045 section 6.7, stricter than asked: a dot or `F` that begins a line is escaped
/// too, so neither dot-stuffing nor an mbox writer ever changes the bytes.
enum QuotedPrintable {
    private static let columnsMax = 75  // One column is kept for the soft line break.

    /// `=XX`, upper case.
    static func escape(_ byte: UInt8) -> String { "=" + Hexadecimal.string([byte]).uppercased() }

    /// The encoded lines of one text whose line ends are LF.
    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { softLines(Array($0.utf8)) }
    }

    private static func softLines(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var line = ""
        for (index, byte) in bytes.enumerated() {
            let token = token(byte, begins: line.isEmpty, ends: index + 1 == bytes.count)
            if line.utf8.count + token.utf8.count > columnsMax {
                lines.append(line + "=")
                line = self.token(byte, begins: true, ends: index + 1 == bytes.count)
            } else {
                line += token
            }
        }
        return lines + [line]
    }

    private static func token(_ byte: UInt8, begins: Bool, ends: Bool) -> String {
        switch byte {
        case 0x2E where begins, 0x46 where begins: escape(byte)
        case 0x20, 0x09: ends ? escape(byte) : String(UnicodeScalar(byte))
        case 0x21...0x7E where byte != 0x3D: String(UnicodeScalar(byte))
        default: escape(byte)
        }
    }
}

/// The characters of XML 1.0: which may stand where, and how references write them.
enum XMLCharacters {
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    static func isAllowed(_ byte: UInt8) -> Bool { byte >= 0x20 || isBlank(byte) }

    static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
            true
        default: false
        }
    }

    static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: beginsName(byte)
        }
    }

    /// What is written there, its references resolved.
    static func resolved(_ written: ArraySlice<UInt8>) throws(TextFlaw) -> [UInt8] {
        var (characters, position) = ([UInt8](), written.startIndex)
        characters.reserveCapacity(written.count)
        while position < written.endIndex {
            let byte = written[position]
            guard isAllowed(byte) else { throw .notText }
            position += 1
            guard byte == UInt8(ascii: "&") else {
                characters.append(byte)
                continue
            }
            let rest = written[position...].prefix(referenceMax)
            guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(of: String(decoding: rest[..<end], as: UTF8.self))
            else { throw .notText }
            characters += String(scalar).utf8
            position = end + 1
        }
        return characters
    }

    /// No reference to a character needs more bytes.
    private static let referenceMax = 12

    /// The character that a reference names, by its number or as one of the five that XML itself knows.
    private static func scalar(of reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard reference.hasPrefix("#") else { return nil }
        let isHexadecimal = reference.hasPrefix("#x")
        let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
        guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            number > 0xFF || isAllowed(UInt8(number)), number & 0xFFFE != 0xFFFE
        else { return nil }
        return Unicode.Scalar(number)
    }
}

import Agreements

/// What is wrong with the bytes of a file, before they are read as YAML.
struct ByteProblem: Equatable {
    var code: Finding.Code
    var message: LocalizedText
    var line = 1
    var column = 1

    /// The first problem: too large, not UTF-8, a NUL, a tab; in O(n).
    static func first(in bytes: [UInt8], limits: YAMLLimits) -> ByteProblem? {
        guard bytes.count <= limits.bytesMax else {
            return ByteProblem(
                code: .tooLarge,
                message: .init(
                    fr: "le fichier a \(bytes.count) octets ; au plus \(limits.bytesMax) sont lus",
                    en: "the file has \(bytes.count) bytes; at most \(limits.bytesMax) are read"))
        }
        let valid = validPrefix(bytes)
        if let nul = bytes[..<valid].firstIndex(of: 0) {
            return at(
                nul, of: bytes, .notText,
                .init(fr: "un octet NUL n’est pas du texte", en: "a NUL byte is not text"))
        }
        guard valid == bytes.count else {
            return at(
                valid, of: bytes, .notText,
                .init(
                    fr: "le fichier n’est pas en UTF-8 : octet 0x\(hex(bytes[valid]))",
                    en: "the file is not UTF-8: byte 0x\(hex(bytes[valid]))"))
        }
        return bytes.firstIndex(of: 9).map {
            at(
                $0, of: bytes, .tab,
                .init(
                    fr: "les tabulations sont refusées : écrivez des espaces",
                    en: "tabs are refused: write spaces"))
        }
    }

    /// The place of a byte.
    static func at(_ offset: Int, of bytes: [UInt8], _ code: Finding.Code, _ message: LocalizedText)
        -> ByteProblem
    {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return ByteProblem(code: code, message: message, line: before.count { $0 == 10 } + 1, column: column)
    }

    private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

    /// How many bytes from the start are well-formed UTF-8.
    private static func validPrefix(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): valid += UTF8.width(scalar)
            case .emptyInput, .error: return valid
            }
        }
    }
}

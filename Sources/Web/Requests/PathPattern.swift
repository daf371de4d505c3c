/// A path with holes: `/files/:file/acts/:act`; a hole takes one part of at most 200 bytes, as sent or percent-decoded.
struct PathPattern: Sendable, Hashable, CustomStringConvertible {
    private let parts: [Part]
    let description: String

    private enum Part: Sendable, Hashable {
        case fixed(String)
        case hole(String)
    }

    init(_ text: String) {
        description = text
        parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            $0.hasPrefix(":") ? .hole(String($0.dropFirst())) : .fixed(String($0))
        }
    }

    /// What fills the holes; nil when `path` is another one, or cannot be decoded.
    func match(_ path: String) -> [String: String]? {
        let given = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard path.hasPrefix("/"), given.count == parts.count else { return nil }
        var filled: [String: String] = [:]
        for (part, text) in zip(parts, given) {
            switch part {
            case .fixed(let fixed): guard fixed == text else { return nil }
            case .hole(let name):
                guard (1...200).contains(text.utf8.count), let value = PercentCoding.decoded(text) else {
                    return nil
                }
                filled[name] = value
            }
        }
        return filled
    }
}

/// Percent-encoding (RFC 3986, 2.1), strict.
enum PercentCoding {
    /// The decoded text; nil when a `%` is not followed by two digits, or the bytes are not UTF-8 or hold a control
    /// character other than tab and line ends.
    static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
        bytes(of: text, plusIsSpace: plusIsSpace).flatMap(checked)
    }

    /// The decoded bytes; nil when a `%` is not followed by two digits.
    static func bytes(of text: Substring, plusIsSpace: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let high = digit(rest.removeFirst()),
                    let low = digit(rest.removeFirst())
                else {
                    return nil
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    /// The text of bytes with � for each control character that no text keeps, and whether there was one; nil when they are
    /// not UTF-8.
    static func repaired(_ bytes: [UInt8]) -> (text: String, isDamaged: Bool)? {
        if let text = checked(bytes) { return (text, false) }
        let sign = Array("\u{FFFD}".utf8)
        return checked(bytes.flatMap { ($0 < 32 && ![9, 10, 13].contains($0)) || $0 == 127 ? sign : [$0] })
            .map { ($0, true) }
    }

    /// The text of bytes; nil when they are not UTF-8 or hold a control character other than tab and line ends.
    static func checked(_ bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self),
            !bytes.contains(where: { ($0 < 32 && ![9, 10, 13].contains($0)) || $0 == 127 })
        else { return nil }
        return text
    }

    /// The text as one part of a path or one value of a query.
    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [45, 46, 95, 126].contains(byte)
            out +=
                isPlain
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
        }
        return out
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

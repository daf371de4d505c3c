/// Blanks comments, string literals and regular expressions out of Swift source, and keeps every line break.
///
/// What stays is code, at its own line and column; code inside `\( )` stays too. A simple scanner, enough for
/// the rules of the house: it takes a slash for a regular expression when it opens an expression and closes
/// on its line.
struct SwiftMask {
    private let bytes: [UInt8]
    private var masked: [UInt8]
    private var index = 0

    /// The source with everything but code replaced by spaces.
    static func code(in text: String) -> String {
        var mask = SwiftMask(text)
        mask.scanCode(until: nil)
        return String(decoding: mask.masked, as: UTF8.self)
    }

    private init(_ text: String) {
        bytes = Array(text.utf8)
        masked = bytes
    }

    private func peek(_ offset: Int = 0) -> UInt8 {
        index + offset < bytes.count ? bytes[index + offset] : 0
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where index < bytes.count {
            if bytes[index] != UInt8(ascii: "\n") { masked[index] = UInt8(ascii: " ") }
            index += 1
        }
    }

    private mutating func scanCode(until end: UInt8?) {
        var depth = 0
        while index < bytes.count {
            let byte = peek()
            if byte == end && depth == 0 { return }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if !scanComment() && !scanLiteral() { index += 1 }
        }
    }

    private mutating func scanComment() -> Bool {
        guard peek() == UInt8(ascii: "/") else { return false }
        switch peek(1) {
        case UInt8(ascii: "/"):
            while index < bytes.count && peek() != UInt8(ascii: "\n") { blank() }
        case UInt8(ascii: "*"):
            scanBlockComment()
        default:
            return false
        }
        return true
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if peek() == UInt8(ascii: "/") && peek(1) == UInt8(ascii: "*") {
                depth += 1
                blank(2)
            } else if peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && index < bytes.count
    }

    private mutating func scanLiteral() -> Bool {
        var hashes = 0
        while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
        switch peek(hashes) {
        case UInt8(ascii: "\""):
            scanString(hashes: hashes)
        case UInt8(ascii: "/") where hashes > 0 || opensRegex:
            scanRegex(hashes: hashes)
        default:
            return false
        }
        return true
    }

    private mutating func scanString(hashes: Int) {
        blank(hashes)
        let quotes = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"") ? 3 : 1
        blank(quotes)
        while index < bytes.count && !closes(UInt8(ascii: "\""), times: quotes, hashes: hashes) {
            if quotes == 1 && peek() == UInt8(ascii: "\n") { return }
            scanStringPart(hashes: hashes)
        }
        blank(quotes + hashes)
    }

    private mutating func scanStringPart(hashes: Int) {
        guard peek() == UInt8(ascii: "\\"), isHashes(hashes, at: 1) else { return blank() }
        guard peek(1 + hashes) == UInt8(ascii: "(") else { return blank(2 + hashes) }
        blank(2 + hashes)
        scanCode(until: UInt8(ascii: ")"))
        blank()
    }

    private mutating func scanRegex(hashes: Int) {
        blank(hashes + 1)
        while index < bytes.count && !closes(UInt8(ascii: "/"), times: 1, hashes: hashes) {
            blank(peek() == UInt8(ascii: "\\") ? 2 : 1)
        }
        blank(1 + hashes)
    }

    private var opensRegex: Bool {
        let before = masked[..<index].last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
        guard "\n([{,=:;".utf8.contains(before), peek(1) != UInt8(ascii: " ") else { return false }
        return bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "/"))
    }

    private func closes(_ mark: UInt8, times: Int, hashes: Int) -> Bool {
        (0..<times).allSatisfy { peek($0) == mark } && isHashes(hashes, at: times)
    }

    private func isHashes(_ count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { peek(offset + $0) == UInt8(ascii: "#") }
    }
}

/// Reads fixed forms of ASCII text from left to right; never skips what it does not know.
struct TextReader {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Consumes `character` if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Consumes exactly `count` digits.
    mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Consumes all digits that come next; nil when there is none or more than `max`.
    mutating func number(upTo max: Int) -> Int? {
        let count = rest.prefix(max + 1).prefix(while: Self.isDigit).count
        return count > 0 && count <= max ? number(digits: count) : nil
    }

    /// Consumes 1 to 9 digits after a decimal point and gives the milliseconds, cut, not rounded.
    mutating func milliseconds() -> Int? {
        let count = rest.prefix(10).prefix(while: Self.isDigit).count
        guard (1...9).contains(count) else { return nil }
        let kept = Swift.min(count, 3)
        guard let value = number(digits: kept) else { return nil }
        rest = rest.dropFirst(count - kept)
        return value * [1, 100, 10, 1][kept]
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension BinaryInteger {
    /// Decimal text with leading zeros up to `width` digits.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

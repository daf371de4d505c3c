/// Reads fixed forms of dates, times and offsets from the front of a text.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly `count` digits.
    mutating func number(_ count: Int) -> Int64? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return Int64(Substring(digits))
    }

    /// Any positive number of digits, as they are written.
    mutating func digits() -> String {
        let digits = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        return String(Substring(digits))
    }

    mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// Nanoseconds from `.` and one to nine digits; 0 when there is no point.
    mutating func fraction() -> Int32? {
        guard skip(".") else { return 0 }
        let digits = digits()
        guard (1...9).contains(digits.count) else { return nil }
        return Int32(digits + String(repeating: "0", count: 9 - digits.count))
    }

    /// Seconds east of UTC from `Z`, `+01:00`, `-02:30`.
    mutating func offset() -> Int64? {
        if skip("Z") || skip("z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24,
            minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}

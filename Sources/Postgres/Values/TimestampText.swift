/// The text form of `timestamptz` under `DateStyle = ISO` and `TimeZone = UTC`: `2016-01-31 12:00:00.25+00`.
enum TimestampText {
    private static let day: Int64 = 86_400_000_000

    static func write(_ timestamp: PostgresTimestamp) -> String {
        guard timestamp != .infinity else { return "infinity" }
        guard timestamp != .minusInfinity else { return "-infinity" }
        let (days, inDay) = floorDivide(timestamp.microseconds, day)
        let date = PostgresDate(daysSinceEpoch: Int(days))
        let (second, fraction) = inDay.quotientAndRemainder(dividingBy: 1_000_000)
        let time = [second / 3600, second / 60 % 60, second % 60].map { pad($0, 2) }.joined(separator: ":")
        return "\(date.withoutEra) \(time).\(pad(fraction, 6))+00\(date.era)"
    }

    static func read(_ text: String) -> PostgresTimestamp? {
        guard text != "infinity" else { return .infinity }
        guard text != "-infinity" else { return .minusInfinity }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2 || words.count == 3, words[1].hasSuffix("+00") else { return nil }
        let era = words.count == 3 ? " \(words[2])" : ""
        guard let date = PostgresDate(text: words[0] + era), let time = time(words[1].dropLast(3)) else {
            return nil
        }
        return PostgresTimestamp(microseconds: Int64(date.daysSinceEpoch) * day + time)
    }

    /// The microseconds of `12:00:00.25`.
    private static func time(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = Int64(parts[0]), let minute = Int64(parts[1]) else { return nil }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let second = Int64(seconds[0]) else { return nil }
        let digits = seconds.count == 2 ? seconds[1] : "0"
        guard digits.count <= 6,
            let fraction = Int64(digits + String(repeating: "0", count: 6 - digits.count))
        else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

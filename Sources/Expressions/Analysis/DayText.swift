/// Days written `2016-12-31` as numbers in their order: the empty text is 0, the first day 1.
enum DayText {
    static let first = "0000-01-01"
    static let last = "9999-12-31"
    private static let origin = CivilDate(year: 0, month: 1, day: 1).days - 1
    private static let count = CivilDate(year: 9_999, month: 12, day: 31).days - origin

    /// The number of a text; nil for one that is neither empty nor a day.
    static func number(of text: String) -> Int64? {
        guard !text.isEmpty else { return 0 }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1) - 48 } }
        let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        return date.exists ? date.days - origin : nil
    }

    /// The text of a number; nil beyond the last day.
    static func text(of number: Int64) -> String? {
        guard number != 0 else { return "" }
        guard (1...count).contains(number) else { return nil }
        let date = CivilDate(days: number + origin)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// The first day, or the empty text, that stands after a text which is none; nil where all stand before.
    static func first(after text: String) -> String? {
        var (low, high) = (Int64(0), count + 1)
        while low < high {
            let middle = (low + high) / 2
            let isAfter = Self.text(of: middle).map { CodePoints.order($0, text) == .greater } ?? true
            if isAfter { high = middle } else { low = middle + 1 }
        }
        return Self.text(of: low)
    }

    static func number(of date: CivilDate) -> Int64 { date.days - origin }

    /// Noon of the day of a number, in seconds since 1970 began.
    static func noon(of number: Int64) -> Int64 { (number + origin) * 86_400 + 43_200 }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Value {
    /// The number of a text that is a day, or empty.
    var dayNumber: Int64? {
        guard case .string(let text) = self else { return nil }
        return DayText.number(of: text)
    }
}

extension Abstraction {
    /// A comparison of a day with a text that is none: the day after it, or nothing, stands for the text.
    ///
    /// Nil for every other comparison.
    mutating func day(_ sign: String, _ left: Term.ID, _ right: Term.ID) -> Condition? {
        if let text = foreign(right, to: left) { return day(sign, left, with: text) }
        guard let text = foreign(left, to: right) else { return nil }
        return day(["<": ">", "<=": ">=", ">": "<", ">=": "<="][sign] ?? sign, right, with: text)
    }

    private func foreign(_ text: Term.ID, to day: Term.ID) -> String? {
        guard terms[day].days != nil, case .constant(.string(let text)) = terms[text].form,
            DayText.number(of: text) == nil
        else { return nil }
        return text
    }

    private mutating func day(_ sign: String, _ day: Term.ID, with text: String) -> Condition {
        guard sign != "==", sign != "!=" else { return .constant(Outcomes(sign == "!=")) }
        let isBelow = sign == "<" || sign == "<="
        guard let next = DayText.first(after: text) else { return .constant(Outcomes(isBelow)) }
        return relation(isBelow ? "<" : ">=", day, constant(.string(next)))
    }
}

extension Period: TimeText {
    /// ISO 8601 with one unit (`P4Y`, `-P12M`, `P30D`, `PT17H`), and `P10B` for business days, a letter of
    /// our own.
    package var description: String {
        let sign = count < 0 ? "-" : ""
        let time = unit.isElapsed ? "T" : ""
        return "\(sign)P\(time)\(count.magnitude)\(unit.letter)"
    }

    /// Reads the form that ``description`` writes, and `10 bd` as people write `P10B`.
    /// - Throws: ``TimeTextError``; several units, fractions and more than six digits are refused.
    package init(parsing text: some StringProtocol) throws(TimeTextError) {
        if let value = Self.readISO(TextReader(text)) ?? Self.readBusinessDays(TextReader(text)) {
            self = value
        } else {
            throw TimeTextError(
                expected: "period", text: text,
                problem:
                    "is not one number of one unit, such as P4Y, P6M, P30D, P10B (business days) or PT17H")
        }
    }

    private static func readISO(_ start: TextReader) -> Period? {
        var reader = start
        let sign = reader.take("-") ? -1 : 1
        guard reader.take("P") else { return nil }
        let isTime = reader.take("T")
        guard let count = reader.number(upTo: 6) else { return nil }
        let candidates = Unit.allCases.filter { $0.isElapsed == isTime }
        guard let unit = candidates.first(where: { reader.take($0.letter) }), reader.isAtEnd else {
            return nil
        }
        return Period(sign * count, unit)
    }

    private static func readBusinessDays(_ start: TextReader) -> Period? {
        var reader = start
        let sign = reader.take("-") ? -1 : 1
        guard let count = reader.number(upTo: 6) else { return nil }
        guard reader.take(" "), reader.take("b"), reader.take("d"), reader.isAtEnd else { return nil }
        return .businessDays(sign * count)
    }
}

extension Period.Unit {
    fileprivate var isElapsed: Bool { Period(1, self).elapsed != nil }

    fileprivate var letter: Unicode.Scalar {
        switch self {
        case .years: "Y"
        case .months, .minutes: "M"
        case .weeks: "W"
        case .days: "D"
        case .businessDays: "B"
        case .hours: "H"
        case .seconds: "S"
        }
    }
}

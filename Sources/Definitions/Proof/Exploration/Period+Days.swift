import Agreements

extension Period {
    /// The longest run of closed days that is supposed: a step whose last day is closed moves so far at most.
    static let closedRunMax = 4

    /// How many civil days it can last, whatever the day on which it begins; none for hours and less.
    ///
    /// Business days suppose Saturdays and Sundays off and, beside them, at most two closed days and one more
    /// for each ten days.
    var days: ClosedRange<Int> {
        switch unit {
        case .years: Self.signed(count) { Self.days(ofMonths: 12 * $0) }
        case .months: Self.signed(count) { Self.days(ofMonths: $0) }
        case .weeks: count * 7...count * 7
        case .days: count...count
        case .businessDays: Self.signed(count) { Self.days(ofBusinessDays: $0) }
        case .hours, .minutes, .seconds: 0...0
        }
    }

    private static func signed(_ count: Int, _ range: (Int) -> ClosedRange<Int>) -> ClosedRange<Int> {
        guard count != 0 else { return 0...0 }
        let positive = range(abs(count))
        return count > 0 ? positive : -positive.upperBound ... -positive.lowerBound
    }

    /// From the shortest such months to the longest; a last day that a month lacks does not widen this.
    private static func days(ofMonths count: Int) -> ClosedRange<Int> {
        let first: Day = .earliest.adding(years: 2096 - Day.earliest.year)
        // From 2092 to 2099: leap days lie within reach, and in 2100 there is none.
        let lengths = (0..<96).map { month in
            let start = first.adding(months: month - 48)
            return start.days(to: start.adding(months: count))
        }
        return (lengths.min() ?? 0)...(lengths.max() ?? 0)
    }

    private static func days(ofBusinessDays count: Int) -> ClosedRange<Int> {
        let most = count + 2 + count / 10
        return count + 2 * ((count - 1) / 5)...most + 2 * ((most + 4) / 5)
    }
}

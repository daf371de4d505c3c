/// A civil date in the proleptic Gregorian calendar, from 1583-01-01 to 9999-12-31.
///
/// A day has no zone; a ``Zone`` turns it into instants. Arithmetic that would leave the range stops at its
/// first or last day, so that no input can trap. All operations are O(1).
package struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01, negative before.
    package let daysSinceEpoch: Int

    /// The day that lies `daysSinceEpoch` after 1970-01-01, or the nearest day that can be written.
    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = Swift.min(
            Swift.max(daysSinceEpoch, Self.ordinals.lowerBound), Self.ordinals.upperBound)
    }

    /// The date of these three numbers.
    /// - Throws: ``TimeTextError`` when the year is outside 1583…9999 or the date does not exist.
    package init(year: Int, month: Int, day: Int) throws(TimeTextError) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else {
            let text = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
            let problem = Self.years.contains(year) ? "does not exist" : "is outside the years 1583 to 9999"
            throw TimeTextError(expected: "day", text: text, problem: problem)
        }
        daysSinceEpoch = Self.ordinal(year, month, day)
    }

    /// 1583-01-01, the first day of the first whole Gregorian year.
    package static let earliest = Day(daysSinceEpoch: .min)
    /// 9999-12-31, the last day that ISO 8601 writes in ten characters.
    package static let latest = Day(daysSinceEpoch: .max)

    package static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    /// The year, 1583 to 9999.
    package var year: Int { Self.civil(daysSinceEpoch).year }
    /// The month, 1 to 12.
    package var month: Int { Self.civil(daysSinceEpoch).month }
    /// The day of the month, 1 to 31.
    package var dayOfMonth: Int { Self.civil(daysSinceEpoch).day }
    /// The day of the week.
    package var weekday: Weekday {
        let fromThursday = ((daysSinceEpoch % 7) + 7 + 3) % 7
        return Weekday(rawValue: fromThursday + 1) ?? .monday
    }

    static let years = 1583...9999
    private static let ordinals = ordinal(1583, 1, 1)...ordinal(9999, 12, 31)
}

/// A length of legal time: one number of one unit, negative for "before".
///
/// Years and months keep the day number, days and weeks count civil days, business days count working days of
/// a ``BusinessCalendar``, and hours, minutes and seconds are elapsed time. One unit only: what "one month
/// and ten days" means depends on the order of its parts, so it cannot be written.
package struct Period: Sendable, Hashable {
    /// What a period counts.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case years, months, weeks, days, businessDays, hours, minutes, seconds
    }

    /// How many; negative for "before".
    package let count: Int
    /// Of what.
    package let unit: Unit

    /// The largest count that can be written, either sign: six digits.
    package static let countMax = 999_999

    /// A period of `count` units, cut to ``countMax``.
    package init(_ count: Int, _ unit: Unit) {
        self.count = Swift.min(Swift.max(count, -Self.countMax), Self.countMax)
        self.unit = unit
    }

    /// Years, to the same date.
    package static func years(_ count: Int) -> Period { Period(count, .years) }
    /// Months, to the same day number or the last of the month.
    package static func months(_ count: Int) -> Period { Period(count, .months) }
    /// Weeks of seven civil days.
    package static func weeks(_ count: Int) -> Period { Period(count, .weeks) }
    /// Civil days, the first not counted.
    package static func days(_ count: Int) -> Period { Period(count, .days) }
    /// Working days of a calendar, the first not counted.
    package static func businessDays(_ count: Int) -> Period { Period(count, .businessDays) }
    /// Hours that pass on any clock.
    package static func hours(_ count: Int) -> Period { Period(count, .hours) }
    /// Minutes that pass on any clock.
    package static func minutes(_ count: Int) -> Period { Period(count, .minutes) }
    /// Seconds that pass on any clock.
    package static func seconds(_ count: Int) -> Period { Period(count, .seconds) }

    /// The same length in the other direction.
    package static prefix func - (period: Period) -> Period { Period(-period.count, period.unit) }

    /// The elapsed time of hours, minutes and seconds; nil for units of civil days, whose length in hours
    /// varies.
    package var elapsed: Duration? {
        switch unit {
        case .hours: .seconds(count * 3_600)
        case .minutes: .seconds(count * 60)
        case .seconds: .seconds(count)
        case .years, .months, .weeks, .days, .businessDays: nil
        }
    }
}

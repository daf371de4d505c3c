/// One public holiday as data: how its day is found each year, and from when to when the rule holds.
package struct HolidayRule: Sendable, Hashable, Codable {
    /// How the day is found in a year.
    package enum Date: Sendable, Hashable, Codable {
        /// The same date each year; a date that a year lacks is no holiday in it.
        case fixed(month: Int, day: Int)
        /// Days after Easter Sunday: 1 for Easter Monday, 39 for Ascension.
        case easter(plusDays: Int)
    }

    /// The name, a key of the message catalogue such as `whit_monday`.
    package let name: String
    /// How the day is found.
    package let date: Date
    /// The first day on which the rule holds; nil when it always did.
    package let from: Day?
    /// The last day on which the rule holds; nil while it does.
    package let to: Day?

    /// A holiday that holds from `from` to `to`, both included; always, without them.
    package init(_ name: String, _ date: Date, from: Day? = nil, to: Day? = nil) {
        self.name = name
        self.date = date
        self.from = from
        self.to = to
    }

    /// Whether `day` is this holiday.
    package func covers(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return switch date {
        case .fixed(let month, let number): day.month == month && day.dayOfMonth == number
        case .easter(let days): Easter.sunday(day.year).adding(days: days) == day
        }
    }
}

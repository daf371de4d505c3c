import Agreements

/// A month of a calendar, by weeks that begin on Monday.
struct CalendarMonth: Hashable {
    let year: Int
    let month: Int

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    init(of day: Day) { self.init(year: day.year, month: day.month) }

    /// Whether a text is the ``code`` of some month.
    static func isCode(_ text: String) -> Bool { text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) != nil }

    /// As ISO 8601 writes it.
    var code: String { String(first.description.prefix(7)) }

    private var first: Day { (try? Day(year: year, month: month, day: 1)) ?? .earliest }

    private var next: CalendarMonth {
        month == 12 ? CalendarMonth(year: year + 1, month: 1) : CalendarMonth(year: year, month: month + 1)
    }

    /// This month and those after it, to `last`.
    func until(_ last: CalendarMonth) -> [CalendarMonth] {
        let count = max(0, (last.year - year) * 12 + last.month - month)
        return (0..<count).reduce(into: [self]) { months, _ in months.append(months[months.count - 1].next) }
    }

    /// Its days, each under its weekday; nil for those of the months beside it.
    var weeks: [[Day?]] {
        let length = next.first.daysSinceEpoch - first.daysSinceEpoch
        let blanks = [Day?](repeating: nil, count: first.weekday.rawValue - 1)
        var days = blanks + (0..<length).map { Day(daysSinceEpoch: first.daysSinceEpoch + $0) }
        while !days.count.isMultiple(of: 7) { days.append(nil) }
        return stride(from: 0, to: days.count, by: 7).map { Array(days[$0..<$0 + 7]) }
    }
}

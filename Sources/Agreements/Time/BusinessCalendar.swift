/// Which days are worked: weekends, public holidays by rule, and single closed days, all of it data.
///
/// A value, so that a decision can be made again with the calendar of its day. Counting costs one check a
/// day.
package struct BusinessCalendar: Sendable, Hashable {
    /// The days of the week that are not worked; a set of all seven is read as none.
    package let weekend: Set<Weekday>
    /// The public holidays.
    package let holidays: [HolidayRule]
    /// Days closed beside them, for instance by decision of the head of the institution.
    package let closedDays: Set<Day>

    /// A calendar that closes on these days of the week, these holidays and these single days.
    package init(
        weekend: Set<Weekday> = [.saturday, .sunday], holidays: [HolidayRule], closedDays: Set<Day> = []
    ) {
        self.weekend = weekend.count < Weekday.allCases.count ? weekend : []
        self.holidays = holidays
        self.closedDays = closedDays
    }

    /// The holiday that falls on this day, if any; the first rule when two fall together (Ascension on 1 May
    /// 2008).
    package func holiday(on day: Day) -> HolidayRule? { holidays.first { $0.covers(day) } }

    /// Whether this day is worked.
    package func isBusinessDay(_ day: Day) -> Bool {
        !weekend.contains(day.weekday) && !closedDays.contains(day) && holiday(on: day) == nil
    }

    /// The day itself when it is worked, else the next that is: where deadlines that may move come to lie.
    package func shifted(_ day: Day) -> Day {
        var day = day
        while !isBusinessDay(day), day < .latest { day = day.adding(days: 1) }
        return day
    }

    /// The first business day after this day.
    package func next(after day: Day) -> Day { shifted(day.adding(days: 1)) }

    /// The last business day before this day.
    package func previous(before day: Day) -> Day {
        var day = day.adding(days: -1)
        while !isBusinessDay(day), day > .earliest { day = day.adding(days: -1) }
        return day
    }

    /// The n-th business day after `day` (before it when negative).
    ///
    /// The day itself never counts, worked or not; zero gives the day itself.
    package func adding(businessDays count: Int, to day: Day) -> Day {
        var (day, left) = (day, count)
        while left > 0, day < .latest { (day, left) = (next(after: day), left - 1) }
        while left < 0, .earliest < day { (day, left) = (previous(before: day), left + 1) }
        return day
    }

    /// How many business days lie after `first` up to and including `last`: the days overdue on `last` of
    /// what was due on `first`.
    ///
    /// Zero when `last` is not after `first`.
    package func businessDays(after first: Day, through last: Day) -> Int {
        guard first < last else { return 0 }
        return (1...first.days(to: last)).count(where: { isBusinessDay(first.adding(days: $0)) })
    }
}

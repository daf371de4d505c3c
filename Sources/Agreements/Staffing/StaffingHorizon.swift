/// The days that a staffing proof looks at: the first as it is now, each later one as it begins.
struct StaffingHorizon: Sendable {
    let now: Instant
    let zone: Zone
    let first: Day
    /// How many days there are: at least the first.
    let count: Int

    init(from now: Instant, until: Day, zone: Zone) {
        self.now = now
        self.zone = zone
        first = zone.day(of: now)
        count = max(1, first.days(to: until) + 1)
    }

    /// The last day.
    var last: Day { day(count - 1) }

    /// The day of this number, from 0.
    func day(_ index: Int) -> Day { first.adding(days: index) }

    /// The days on which something that begins at `start` and ends before `end` (never when nil) is true.
    func days(from start: Instant, until end: Instant?) -> Range<Int> {
        let begin = index(at: start)
        return begin..<max(begin, end.map(index) ?? count)
    }

    /// The days between two, both included.
    func days(from start: Day, through end: Day) -> Range<Int> {
        let begin = clamp(first.days(to: start))
        return begin..<max(begin, clamp(first.days(to: end) + 1))
    }

    /// The first day that is looked at when `instant` has come; `count` when none is.
    func index(at instant: Instant) -> Int {
        guard instant > now else { return 0 }
        let day = zone.day(of: instant)
        let hasBegun = zone.startOfDay(day) < instant || day == first
        return clamp(first.days(to: day) + (hasBegun ? 1 : 0))
    }

    private func clamp(_ index: Int) -> Int { min(max(0, index), count) }
}

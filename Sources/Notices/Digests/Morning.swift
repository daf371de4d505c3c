package import Agreements

/// The instant whose state of things a digest tells, with the calendar that says how late something is.
package struct Morning: Sendable, Hashable {
    package var now: Instant
    package var calendar: BusinessCalendar
    package var zone: Zone

    package init(now: Instant, calendar: BusinessCalendar, zone: Zone) {
        self.now = now
        self.calendar = calendar
        self.zone = zone
    }

    /// The civil day.
    package var day: Day { zone.day(of: now) }

    /// For how many business days a deadline has passed; nil while it can be met.
    package func lateness(of due: Deadline?) -> Int? {
        guard let due, !due.accepts(now) else { return nil }
        return calendar.businessDays(after: due.day, through: day)
    }
}

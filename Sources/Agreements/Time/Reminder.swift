/// When reminders and digests go.
package enum Reminder {
    /// 07:30 on the civil day that lies `offset` from the due day, working day or not (`-P14D`, `P7D`,
    /// `-P12M`).
    ///
    /// An offset in business days counts as such; hours and less give the due day itself.
    package static func instant(
        _ offset: Period, from dueDay: Day, calendar: BusinessCalendar = .france, zone: Zone
    ) -> Instant {
        zone.instant(dueDay.adding(offset, calendar: calendar), at: .reminders)
    }

    /// The next digest after `instant`: 07:30 of a business day.
    package static func nextDigest(after instant: Instant, calendar: BusinessCalendar, zone: Zone) -> Instant
    {
        let today = zone.day(of: instant)
        let due = zone.instant(calendar.shifted(today), at: .reminders)
        return due > instant ? due : zone.instant(calendar.next(after: today), at: .reminders)
    }

    /// The day whose digest is due at `instant`: today from 07:30 on, where today is a business day.
    ///
    /// A digest that was missed on an earlier day is never made up for.
    package static func digestDay(at instant: Instant, calendar: BusinessCalendar, zone: Zone) -> Day? {
        let today = zone.day(of: instant)
        guard calendar.isBusinessDay(today), zone.instant(today, at: .reminders) <= instant else {
            return nil
        }
        return today
    }
}

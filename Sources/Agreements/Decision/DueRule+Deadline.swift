extension DueRule {
    /// The deadline that the rule gives to a state entered at `start`.
    func deadline(from start: Instant, calendar: BusinessCalendar, zone: Zone) -> Deadline {
        let offset = offset ?? .days(0)
        switch kind {
        case .step: return DeadlineRule.step(offset).deadline(from: start, calendar: calendar, zone: zone)
        case .silence:
            return DeadlineRule.silence(offset).deadline(from: start, calendar: calendar, zone: zone)
        case .opening, .notice:
            return deadline(on: zone.day(of: start), calendar: calendar, zone: zone)
        case .instant:
            guard let elapsed = offset.elapsed else {
                return deadline(on: zone.day(of: start), calendar: calendar, zone: zone)
            }
            return DeadlineRule.instant(start + elapsed).deadline(from: start, calendar: calendar, zone: zone)
        }
    }

    /// The deadline that the rule gives to a computed instant: itself, unless a length or an hour of the day
    /// moves it.
    func deadline(at instant: Instant, calendar: BusinessCalendar, zone: Zone) -> Deadline {
        switch kind {
        case .instant where offset == nil:
            return DeadlineRule.instant(instant).deadline(from: instant, calendar: calendar, zone: zone)
        case .opening where offset == nil:
            return Deadline(day: zone.day(of: instant), limit: instant, isInclusive: false)
        case .step, .silence, .opening, .instant, .notice:
            return deadline(on: zone.day(of: instant), calendar: calendar, zone: zone)
        }
    }

    /// The deadline that the rule gives to a computed day.
    func deadline(on base: Day, calendar: BusinessCalendar, zone: Zone) -> Deadline {
        let day = offset.map { base.adding($0, calendar: calendar) } ?? base
        let rule: DeadlineRule =
            switch kind {
            case .step: .date(calendar.shifted(day))
            case .silence: .end(day)
            case .opening, .instant: .opening(day)
            case .notice: .instant(zone.instant(day, at: .reminders))
            }
        return rule.deadline(from: zone.startOfDay(day), calendar: calendar, zone: zone)
    }
}

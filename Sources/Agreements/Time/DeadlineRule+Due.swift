extension DeadlineRule {
    /// When the timer of this rule is due, for a state entered at `start`: the first instant that is too
    /// late.
    ///
    /// Pure. 17:00 is inclusive, so its timer is due at 17:00:00.001; 24:00 is 00:00 of the next day,
    /// exclusive.
    package func due(from start: Instant, calendar: BusinessCalendar, zone: Zone) -> Instant {
        deadline(from: start, calendar: calendar, zone: zone).due
    }

    /// The deadline that this rule gives to a state entered at `start`.
    package func deadline(from start: Instant, calendar: BusinessCalendar, zone: Zone) -> Deadline {
        switch self {
        case .step(let period):
            Self.elapsed(period, from: start, zone, isInclusive: true)
                ?? .step(on: calendar.shifted(Self.last(period, start, calendar, zone)), zone)
        case .silence(let period):
            Self.elapsed(period, from: start, zone, isInclusive: false)
                ?? .end(of: Self.last(period, start, calendar, zone), zone)
        case .fixedYearly(let month, let day, let years):
            Self.yearly(month, day, years, start, zone) { .step(on: calendar.shifted($0), zone) }
        case .yearlyEnd(let month, let day, let years):
            Self.yearly(month, day, years, start, zone) { .end(of: $0, zone) }
        case .date(let day): .step(on: day, zone)
        case .end(let day): .end(of: day, zone)
        case .opening(let day): .opening(on: day, zone)
        case .instant(let limit): Deadline(day: zone.day(of: limit), limit: limit, isInclusive: true)
        }
    }

    private static func last(_ period: Period, _ start: Instant, _ calendar: BusinessCalendar, _ zone: Zone)
        -> Day
    {
        zone.day(of: start).adding(period, calendar: calendar)
    }

    private static func elapsed(
        _ period: Period, from start: Instant, _ zone: Zone, isInclusive: Bool
    ) -> Deadline? {
        guard let duration = period.elapsed else { return nil }
        let limit = start + duration
        return Deadline(day: zone.day(of: limit), limit: limit, isInclusive: isInclusive)
    }

    private static func yearly(
        _ month: Int, _ day: Int, _ yearsAfter: Int, _ start: Instant, _ zone: Zone,
        deadline: (Day) -> Deadline
    ) -> Deadline {
        let year = zone.day(of: start).year
        if yearsAfter != 0 { return deadline(date(year + yearsAfter, month, day)) }
        // A date of the year before may have been moved past New Year.
        let candidates = [year - 1, year, year + 1].map { deadline(date($0, month, day)) }
        return candidates.first { $0.due > start } ?? deadline(.latest)
    }

    /// The date of these numbers, or the last day of the month: 29 February is 28 February in common years.
    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let january = Day.earliest.adding(years: year - Day.earliest.year)
        let first = january.adding(months: min(max(month, 1), 12) - 1)
        let length = Day.length(ofMonth: first.month, year: first.year)
        return first.adding(days: min(max(day, 1), length) - 1)
    }
}

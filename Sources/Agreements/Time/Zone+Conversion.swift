extension Zone {
    /// The instant when clocks of this zone show `time` on `day`.
    ///
    /// An hour that clocks skip (a gap) gives the first instant after the gap; an hour that they show twice
    /// (an overlap) gives the first of the two. Assumes that no two changes of offset lie within 48 hours.
    package func instant(_ day: Day, at time: TimeOfDay) -> Instant {
        let local = Instant.join(day, time.milliseconds)
        let before = offset(at: local.adding(milliseconds: -Self.day))
        let after = offset(at: local.adding(milliseconds: Self.day))
        let early = local.adding(milliseconds: -before)
        if offset(at: early) == before { return early }
        let late = local.adding(milliseconds: -after)
        if offset(at: late) == after { return late }
        return firstInstant(withOffset: after, after: late, upTo: early)
    }

    /// 00:00 of this day, or the first instant of the day where clocks skip midnight.
    package func startOfDay(_ day: Day) -> Instant { instant(day, at: .midnight) }

    /// 24:00 of this day, which is 00:00 of the next: the day's end, exclusive.
    package func endOfDay(_ day: Day) -> Instant {
        day == .latest ? .latest : startOfDay(day.adding(days: 1))
    }

    /// What calendar and clock show at this instant.
    package func civil(_ instant: Instant) -> CivilTime {
        let (day, milliseconds) = Instant.split(instant.millisecondsSinceEpoch + offset(at: instant))
        return CivilTime(day, TimeOfDay(milliseconds: milliseconds))
    }

    /// The civil date at this instant.
    package func day(of instant: Instant) -> Day { civil(instant).day }

    /// The hour at this instant.
    package func time(of instant: Instant) -> TimeOfDay { civil(instant).time }

    private static let day = Int64(TimeOfDay.millisecondsPerDay)

    private func firstInstant(withOffset offset: Int64, after low: Instant, upTo high: Instant) -> Instant {
        var (low, high) = (low.millisecondsSinceEpoch, high.millisecondsSinceEpoch)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let isAfter = self.offset(at: Instant(millisecondsSinceEpoch: middle)) == offset
            if isAfter { high = middle } else { low = middle }
        }
        return Instant(millisecondsSinceEpoch: high)
    }
}

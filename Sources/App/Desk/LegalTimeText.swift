package import Agreements

/// Reads days and instants as people type them: civil time in the institution's zone, or RFC 3339.
package struct LegalTimeText: Sendable {
    let zone: Zone

    package init(_ zone: Zone) { self.zone = zone }

    /// The instant of `2016-06-15T17:00`, `2016-06-15 17:00`, `2016-06-15` (00:00) or an RFC 3339 text.
    ///
    /// - Throws: ``WrongUsage`` that names `option`; a time that clocks skip does not exist.
    package func instant(_ text: String, _ option: String) throws(WrongUsage) -> Instant {
        if let instant = try? Instant(rfc3339: text) { return instant }
        let day = try day(text.prefix(10), option)
        let rest = text.dropFirst(10)
        guard !rest.isEmpty else { return zone.startOfDay(day) }
        guard let mark = rest.first, mark == "T" || mark == " ",
            let time = try? TimeOfDay(parsing: rest.dropFirst())
        else {
            throw WrongUsage(
                option, "\"\(text.prefix(40))\" is no time: write 2016-06-15T17:00 (\(zone)) or RFC 3339")
        }
        let instant = zone.instant(day, at: time)
        guard zone.civil(instant) == CivilTime(day, time) else {
            throw WrongUsage(option, "\(text) does not exist: clocks of \(zone) skip that hour")
        }
        return instant
    }

    /// The day of `2016-06-15`.
    ///
    /// - Throws: ``WrongUsage`` that tells a wrong form from a date that does not exist.
    package func day(_ text: some StringProtocol, _ option: String) throws(WrongUsage) -> Day {
        do { return try Day(parsing: text) } catch { throw WrongUsage(option, error.description) }
    }

    /// `2016-06-15 17:00` in the zone, with seconds only where they are not zero.
    package func text(_ instant: Instant) -> String {
        let civil = zone.civil(instant)
        return "\(civil.day) \(civil.time)"
    }

    /// A last day with its hour: `2016-06-15 17:00`; the end of a day is written `24:00`.
    package func text(_ deadline: Deadline) -> String {
        let civil = zone.civil(deadline.limit)
        guard !deadline.isInclusive, civil.time == .midnight, civil.day > deadline.day else {
            return text(deadline.limit)
        }
        return "\(deadline.day) 24:00"
    }
}

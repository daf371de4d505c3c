/// When something must be done at the latest, or ends.
package struct Deadline: Sendable, Hashable, Codable {
    /// The last day: shown to people, and the day from which reminders count.
    package let day: Day
    /// The legal limit as people write it: 17:00 of the day, or 24:00, that is 00:00 of the next.
    package let limit: Instant
    /// Whether an act at exactly the limit is still in time: yes at 17:00, no at 24:00.
    package let isInclusive: Bool

    /// A deadline of any hour; ``step(on:_:)``, ``end(of:_:)`` and ``opening(on:_:)`` make the usual ones.
    package init(day: Day, limit: Instant, isInclusive: Bool) {
        self.day = day
        self.limit = limit
        self.isInclusive = isInclusive
    }

    /// The first instant that is too late: when the timer of this deadline is due.
    package var due: Instant { isInclusive ? limit.adding(milliseconds: 1) : limit }

    /// Whether an act at this instant is in time.
    package func accepts(_ instant: Instant) -> Bool { instant < due }
}

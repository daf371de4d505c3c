extension Instant {
    /// The instant `milliseconds` later, inside the range of ``Instant``.
    package func adding(milliseconds: Int64) -> Instant {
        let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
        return Instant(millisecondsSinceEpoch: overflow ? (milliseconds < 0 ? .min : .max) : sum)
    }

    /// The instant `duration` later; a part of the duration below one millisecond is cut towards zero.
    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        if overflow { return seconds < 0 ? .earliest : .latest }
        return instant.adding(milliseconds: whole).adding(milliseconds: attoseconds / 1_000_000_000_000_000)
    }

    /// The instant `duration` earlier; a part of the duration below one millisecond is cut towards zero.
    package static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    /// The time from `right` to `left`.
    package static func - (left: Instant, right: Instant) -> Duration {
        .milliseconds(left.millisecondsSinceEpoch - right.millisecondsSinceEpoch)
    }
}

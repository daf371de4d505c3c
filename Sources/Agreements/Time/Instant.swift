/// A point of legal time: whole milliseconds since 1970-01-01T00:00:00Z, in the years 1583 to 9999.
///
/// Arithmetic that would leave the range stops at its edge, so that no input can trap and every instant can
/// be written.
package struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since the Unix epoch, negative before.
    package let millisecondsSinceEpoch: Int64

    /// The instant `millisecondsSinceEpoch` after the Unix epoch, or the nearest that can be written.
    package init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = Swift.min(Swift.max(millisecondsSinceEpoch, Self.first), Self.last)
    }

    /// The instant of a clock that counts microseconds, cut (never rounded up) to the millisecond.
    package init(microsecondsSinceEpoch: Int64) {
        let (quotient, remainder) = microsecondsSinceEpoch.quotientAndRemainder(dividingBy: 1_000)
        self.init(millisecondsSinceEpoch: remainder < 0 ? quotient - 1 : quotient)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }

    /// 1970-01-01T00:00:00.000Z.
    package static let epoch = Instant(millisecondsSinceEpoch: 0)
    /// 1583-01-01T00:00:00.000Z.
    package static let earliest = Instant(millisecondsSinceEpoch: .min)
    /// 9999-12-31T23:59:59.999Z.
    package static let latest = Instant(millisecondsSinceEpoch: .max)

    private static let first = Int64(Day.earliest.daysSinceEpoch) * Int64(TimeOfDay.millisecondsPerDay)
    private static let last = Int64(Day.latest.daysSinceEpoch + 1) * Int64(TimeOfDay.millisecondsPerDay) - 1
}

extension Value {
    /// An instant: seconds since 1970-01-01T00:00:00Z and 0 to 999,999,999 nanoseconds, within the years
    /// 1 to 9999 (google.protobuf.Timestamp).
    package struct Timestamp: Sendable, Hashable, Comparable {
        /// Whole seconds since 1970, rounded down.
        package let seconds: Int64
        /// The rest, below one second and never negative.
        package let nanos: Int32

        /// Seconds from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
        package static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

        /// Nil when out of ``range`` or when `nanos` is not below one second.
        package init?(seconds: Int64, nanos: Int32 = 0) {
            guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanos) else { return nil }
            self.seconds = seconds
            self.nanos = nanos
        }

        /// The earlier first.
        package static func < (left: Timestamp, right: Timestamp) -> Bool {
            (left.seconds, left.nanos) < (right.seconds, right.nanos)
        }

        /// The instant `duration` later (earlier when negative); nil when out of range.
        package func adding(_ duration: Duration) -> Timestamp? {
            let nanos = Int64(nanos) + Int64(duration.nanos)
            let (carry, rest) = nanos.flooredDivision(by: 1_000_000_000)
            return Timestamp(seconds: seconds + duration.seconds + carry, nanos: Int32(rest))
        }

        /// The time from `other` to this instant; nil when longer than a duration can be.
        package func since(_ other: Timestamp) -> Duration? {
            Duration(seconds: seconds - other.seconds, nanos: Int64(nanos) - Int64(other.nanos))
        }
    }
}

extension Int64 {
    /// Quotient rounded down and the remainder that goes with it, never negative for a positive divisor.
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

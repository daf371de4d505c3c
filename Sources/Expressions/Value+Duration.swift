extension Value {
    /// A length of time: seconds and nanoseconds of one sign (google.protobuf.Duration).
    ///
    /// Limited to what 64 bits of nanoseconds hold, some 292 years, as the language's reference does.
    package struct Duration: Sendable, Hashable, Comparable {
        /// Whole seconds.
        package let seconds: Int64
        /// The rest, below one second and of the same sign.
        package let nanos: Int32

        /// The sum of both parts, brought to one sign; nil when out of range.
        package init?(seconds: Int64, nanos: Int64 = 0) {
            let (carry, rest) = nanos.quotientAndRemainder(dividingBy: 1_000_000_000)
            let (sum, overflow) = seconds.addingReportingOverflow(carry)
            guard !overflow else { return nil }
            var (whole, part) = (sum, rest)
            if whole > 0 && part < 0 { (whole, part) = (whole - 1, part + 1_000_000_000) }
            if whole < 0 && part > 0 { (whole, part) = (whole + 1, part - 1_000_000_000) }
            guard Self.fits(whole, part) else { return nil }
            self.seconds = whole
            self.nanos = Int32(part)
        }

        /// Whether the nanoseconds of both together fit into 64 bits.
        private static func fits(_ seconds: Int64, _ nanos: Int64) -> Bool {
            let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
            return !overflows && !product.addingReportingOverflow(nanos).overflow
        }

        /// The shorter first, backwards before forwards.
        package static func < (left: Duration, right: Duration) -> Bool {
            (left.seconds, left.nanos) < (right.seconds, right.nanos)
        }

        /// The sum of both; nil when out of range.
        package func adding(_ other: Duration) -> Duration? {
            Duration(seconds: seconds + other.seconds, nanos: Int64(nanos) + Int64(other.nanos))
        }

        /// The same length backwards.
        package var negated: Duration? { Duration(seconds: -seconds, nanos: -Int64(nanos)) }
    }
}

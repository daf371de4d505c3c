/// An instant of machine time: the store's own clock, in microseconds since 1970-01-01 00:00:00 UTC.
///
/// Leases, back-off and run times are in machine time, never in the legal time of agreements. The runner
/// never compares it with a clock of its own host: every value comes from the store or is added to one that
/// does.
package struct MachineTime: Sendable, Hashable, Comparable, Codable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (one: MachineTime, other: MachineTime) -> Bool {
        one.microseconds < other.microseconds
    }

    /// Moves by whole microseconds, rounded towards zero; stays at the bounds of the type instead of
    /// overflowing.
    package static func + (time: MachineTime, duration: Duration) -> MachineTime {
        let (sum, overflow) = time.microseconds.addingReportingOverflow(duration.microseconds)
        return MachineTime(microseconds: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    /// From the second to the first.
    package static func - (later: MachineTime, earlier: MachineTime) -> Duration {
        .microseconds(later.microseconds.subtractingReportingOverflow(earlier.microseconds).partialValue)
    }
}

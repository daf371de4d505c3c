/// Pauses that double from attempt to attempt, with jitter, so that many clients do not return at the same moment.
package struct Backoff: Sendable {
    package var first: Duration = .milliseconds(50)
    package var longest: Duration = .seconds(2)

    package init() {}

    /// The pause after `failures` failed attempts: between half and the whole of the doubled pause.
    /// - Parameter random: a number from 0 up to, not including, 1.
    package func pause(after failures: Int, random: Double) -> Duration {
        let doublings = min(max(failures - 1, 0), 30)
        return min(longest, first * (1 << doublings)) * (0.5 + random / 2)
    }
}

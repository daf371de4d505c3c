/// How long to wait after a failed attempt: doubling from `base` up to `cap`, less a random part so that jobs
/// which failed together do not return together.
package struct Backoff: Sendable, Equatable {
    package let base: Duration
    package let cap: Duration
    /// The part of each delay that is random, 0 to 1.
    package let jitter: Double

    /// From 5 seconds to 15 minutes, a quarter of it random.
    package static let standard = Backoff(base: .seconds(5), cap: .seconds(900), jitter: 0.25)

    /// What is out of range becomes the nearest bound: base at least 1 ms, cap at least base, jitter 0 to 1.
    package init(base: Duration, cap: Duration, jitter: Double) {
        self.base = max(.milliseconds(1), base)
        self.cap = max(self.base, cap)
        self.jitter = min(max(jitter, 0), 1)
    }

    /// The delay after the n-th attempt (from 1), with `random` in 0..<1: between (1 - jitter) and all of
    /// `min(cap, base * 2^(n-1))`.
    package func delay(afterAttempt attempt: Int, random: Double) -> Duration {
        var whole = base
        for _ in 1..<max(1, min(attempt, 64)) where whole < cap { whole *= 2 }
        whole = min(whole, cap)
        let part = Double(whole.microseconds) * jitter * min(max(random, 0), 1)
        return whole - .microseconds(Int64(part))
    }
}

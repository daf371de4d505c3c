import Dispatch

/// Does two things that know nothing of each other, beside each other where there are two cores.
///
/// The answers are those of one after the other: neither sees what the other does.
func beside<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    // Unsafe by name only: each iteration writes a variable of its own, and the call returns when both are done.
    nonisolated(unsafe) var one: First?
    nonisolated(unsafe) var other: Second?
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 { one = first() } else { other = second() }
    }
    guard let one, let other else { preconditionFailure("both were done") }
    return (one, other)
}

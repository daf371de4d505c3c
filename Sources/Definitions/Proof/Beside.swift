import Dispatch

/// Does two things that know nothing of each other, beside each other where there are two cores.
///
/// The answers are those of one after the other: neither sees what the other does.
func beside<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    // Each iteration writes a place of its own, and the call returns when both are done.
    nonisolated(unsafe) var answers: (First?, Second?) = (nil, nil)
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 { answers.0 = first() } else { answers.1 = second() }
    }
    guard case (let first?, let second?) = answers else { preconditionFailure("both were done") }
    return (first, second)
}

import Dispatch
import Synchronization

/// Does two things that know nothing of each other, beside each other where there are two cores.
///
/// The answers are those of one after the other: neither sees what the other does. A call within either is done likewise.
package func beside<First: Sendable, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    // Unsafe by name only: each is written in one place, and the call returns when both are done.
    nonisolated(unsafe) var other: Second?
    let isDone = DispatchSemaphore(value: 0)
    // A queue of its own has a thread of its own, also where all that are shared are taken.
    DispatchQueue(label: "beside").async {
        other = second()
        isDone.signal()
    }
    let one = first()
    isDone.wait()
    guard let other else { preconditionFailure("both were done") }
    return (one, other)
}

/// What each of some things comes to, in their order; two are worked at beside each other.
///
/// The answers are those of one after the other: none sees what becomes of another.
package func gathered<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
    let next = Mutex(0)
    @Sendable func takeTurns() -> [(Int, Result)] {
        var done: [(Int, Result)] = []
        while let index = next.withLock({ next in
            defer { next += 1 }
            return next < items.count ? next : nil
        }) { done.append((index, work(items[index]))) }
        return done
    }
    guard items.count > 1 else { return items.map(work) }
    let (first, second) = beside(takeTurns, takeTurns)
    return (first + second).sorted { $0.0 < $1.0 }.map(\.1)
}

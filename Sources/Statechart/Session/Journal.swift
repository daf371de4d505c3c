/// What one macrostep did to the configuration, as numbers, in lists that the next macrostep uses again.
///
/// A ``Trace`` says the same with names, at the price of its allocations.
package struct Journal: Sendable {
    /// One microstep: which stretches of the lists are its own.
    package struct Step: Sendable {
        /// The event that enabled the transitions; `nil` for eventless ones, and when the session starts.
        package let event: String?
        /// Its stretch of ``Journal/taken``.
        package internal(set) var taken: Range<Int>
        /// Its stretch of ``Journal/exited``.
        package internal(set) var exited: Range<Int>
        /// Its stretch of ``Journal/entered``.
        package internal(set) var entered: Range<Int>
    }

    /// A state that was entered.
    package struct Entered: Sendable {
        /// The state's place in ``Chart/states``.
        package let index: Int
        /// Whether a history brought it back, as opposed to being entered anew.
        package let isRestored: Bool
    }

    /// The microsteps, in order.
    package private(set) var steps: [Step] = []
    /// The transitions taken, by their places in ``Chart/transitions``.
    package private(set) var taken: [Int] = []
    /// The states left, by their places in ``Chart/states``.
    package private(set) var exited: [Int] = []
    /// The states entered.
    package private(set) var entered: [Entered] = []
    /// Events that enabled no transition.
    package private(set) var ignored: [String] = []
    /// Conditions and actions that failed, each of which also became an error event.
    package private(set) var failures: [EvaluationFailure] = []

    init() {}

    mutating func removeAll() {
        steps.removeAll(keepingCapacity: true)
        taken.removeAll(keepingCapacity: true)
        exited.removeAll(keepingCapacity: true)
        entered.removeAll(keepingCapacity: true)
        if !ignored.isEmpty { ignored.removeAll(keepingCapacity: true) }
        if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    }

    mutating func beginStep(on event: String?, taking transitions: [Int]) {
        let first = taken.count
        taken.append(contentsOf: transitions)
        steps.append(
            Step(
                event: event, taken: first..<taken.count, exited: exited.count..<exited.count,
                entered: entered.count..<entered.count))
    }

    /// Notes what the step under way leaves; it is given in document order, and left in the reverse of it.
    mutating func exit(_ states: [Int]) {
        let first = exited.count
        exited.append(contentsOf: states.reversed())
        steps[steps.count - 1].exited = first..<exited.count
    }

    mutating func enter(_ entries: [Move.Entry]) {
        let first = entered.count
        for entry in entries { entered.append(Entered(index: entry.index, isRestored: entry.isRestored)) }
        steps[steps.count - 1].entered = first..<entered.count
    }

    mutating func ignore(_ event: String) { ignored.append(event) }

    mutating func fail(_ failure: EvaluationFailure) { failures.append(failure) }
}

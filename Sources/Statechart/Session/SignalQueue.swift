/// The internal queue, without what its events carry: a done event is named by its state, the others lie in
/// the session, in the same order.
struct SignalQueue: Sendable {
    struct Signal: Sendable {
        /// The row of the event in the ``TriggerIndex``.
        let row: Int
        /// The state that is done; ``ChartShape/none``: the event lies in the session.
        let doneState: Int
    }

    private var signals: [Signal] = []
    private var first = 0

    var isEmpty: Bool { first == signals.count }

    mutating func append(row: Int, doneState: Int) {
        signals.append(Signal(row: row, doneState: doneState))
    }

    mutating func popFirst() -> Signal? {
        guard first < signals.count else { return nil }
        let signal = signals[first]
        first += 1
        if first == signals.count { removeAll() }
        return signal
    }

    mutating func removeAll() {
        signals.removeAll(keepingCapacity: true)
        first = 0
    }
}

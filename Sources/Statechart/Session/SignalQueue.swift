/// The internal queue, without what its events carry: a done event is named by its state, the others lie in
/// the session, in the same order.
struct SignalQueue: Sendable {
    struct Signal: Sendable {
        /// The row of the event in the ``TriggerIndex``.
        let row: Int
        /// The state that is done; ``ChartShape/none``: the event lies in the session.
        let doneState: Int
    }

    private var signals = Tape<Signal>()
    private var next = 0

    var isEmpty: Bool { next == signals.length }

    /// The signal that has waited longest.
    var first: Signal? { next < signals.length ? signals[next] : nil }

    mutating func append(row: Int, doneState: Int) {
        signals.append(Signal(row: row, doneState: doneState))
    }

    mutating func popFirst() -> Signal? {
        guard let signal = first else { return nil }
        next += 1
        if next == signals.length { removeAll() }
        return signal
    }

    mutating func removeAll() {
        signals.removeAll()
        next = 0
    }
}

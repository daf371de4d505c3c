/// Which transitions each event triggers, worked out once: every name in a descriptor has its row.
///
/// A name that no descriptor spells out is looked up by its longest beginning that one does: the descriptors
/// that match it are prefixes of that beginning. So a look-up costs one hash for each token that is dropped.
/// Source: SCXML 1.0, section 3.12.1.
struct TriggerIndex: Sendable {
    /// The transitions that one event triggers, in document order, and the states they start from.
    struct Row: Sendable, Equatable {
        fileprivate(set) var sources = StateSet()
        fileprivate(set) var transitions: [Int] = []
    }

    /// The row of no event.
    static let eventless = 0
    /// The row of a name that no descriptor begins to spell: the transitions on `*`.
    static let unheard = 1

    let rows: [Row]
    /// The row of a name that a descriptor spells; the next row is that of the names it is the beginning of.
    private let numbers: [EventKey: Int]

    init<Expression>(_ transitions: [Transition<Expression>]) {
        var builder = TriggerIndexBuilder()
        for transition in transitions { builder.add(transition.index, transition.events) }
        numbers = builder.numbers
        rows = builder.rows.map { triggered in
            let sorted = Set(triggered).sorted()
            return Row(sources: StateSet(sorted.map { transitions[$0].source }), transitions: sorted)
        }
    }

    /// The number of the row of an event, `nil` for none.
    func row(for event: String?) -> Int {
        guard let event else { return Self.eventless }
        var key = EventKey(event[...])
        if let row = numbers[key] { return row }
        while let shorter = key.shortened {
            if let row = numbers[shorter] { return row + 1 }
            key = shorter
        }
        return Self.unheard
    }
}

/// Events in the order of their arrival; O(1) at both ends, in a list that is used again.
struct EventQueue<Value: Sendable>: Sendable {
    /// An event with its row in the ``TriggerIndex`` of the chart.
    struct Item: Sendable {
        let event: Event<Value>
        let row: Int
    }

    private var items: [Item] = []
    private var first = 0

    var isEmpty: Bool { first == items.count }

    mutating func append(_ event: Event<Value>, row: Int) { items.append(Item(event: event, row: row)) }

    mutating func popFirst() -> Item? {
        guard first < items.count else { return nil }
        let item = items[first]
        first += 1
        if first == items.count {
            removeAll()
        } else if first >= 32, first * 2 > items.count {
            items.removeFirst(first)
            first = 0
        }
        return item
    }

    mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
        first = 0
    }
}

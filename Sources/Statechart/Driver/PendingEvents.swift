/// Events that wait for their time: the earliest comes first, those of one time in the order of their arrival.
///
/// Cost: O(log n) to add one and to take the first, O(n) to withdraw some.
/// Source: J. W. J. Williams, "Algorithm 232: Heapsort" (1964): a heap in an array.
struct PendingEvents<Value: Sendable>: Sendable {
    /// An event that a session sends later; who receives it is asked then.
    struct Item: Sendable {
        let due: Duration
        let sender: String
        let delivery: Delivery<Value>
        fileprivate var number = 0

        init(due: Duration, sender: String, delivery: Delivery<Value>) {
            self.due = due
            self.sender = sender
            self.delivery = delivery
        }

        fileprivate static func < (left: Item, right: Item) -> Bool {
            (left.due, left.number) < (right.due, right.number)
        }
    }

    /// Each comes before the two at twice its place plus one and plus two.
    private var items: [Item] = []
    private var arrivals = 0

    var count: Int { items.count }

    /// When the first one is due.
    var nextDue: Duration? { items.first?.due }

    mutating func add(_ item: Item) {
        items.append(item)
        items[items.count - 1].number = arrivals
        arrivals += 1
        rise(from: items.count - 1)
    }

    mutating func popFirst() -> Item? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        if !items.isEmpty {
            items[0] = last
            sink(from: 0)
        }
        return first
    }

    mutating func withdraw(where isWithdrawn: (Item) -> Bool) {
        let before = items.count
        items.removeAll(where: isWithdrawn)
        guard items.count < before else { return }
        for place in (0..<items.count / 2).reversed() { sink(from: place) }
    }

    private mutating func rise(from place: Int) {
        var place = place
        while place > 0, items[place] < items[(place - 1) / 2] {
            items.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(from place: Int) {
        var place = place
        while let next = earlierBelow(place), items[next] < items[place] {
            items.swapAt(place, next)
            place = next
        }
    }

    /// The earlier of the two that come after a place.
    private func earlierBelow(_ place: Int) -> Int? {
        let (left, right) = (2 * place + 1, 2 * place + 2)
        guard left < items.count else { return nil }
        return right < items.count && items[right] < items[left] ? right : left
    }
}

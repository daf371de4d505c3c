/// A set of state indices, kept in document order: a configuration, an exit set, an entry set.
///
/// Membership is O(1), iteration is in document order; equal sets are equal whatever made them.
package struct StateSet: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
    /// 64 states a word; no trailing zero words, so that equality is that of the words.
    private var words: [UInt64] = []

    /// The empty set.
    package init() {}

    /// The set of these indices.
    package init(_ indices: some Sequence<Int>) {
        for index in indices { insert(index) }
    }

    /// The set of these indices.
    package init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// Whether nothing is in the set, in O(1).
    package var isEmpty: Bool { words.isEmpty }

    /// How many states are in the set, in O(words).
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether a state is in the set, in O(1).
    package func contains(_ index: Int) -> Bool {
        index >> 6 < words.count && words[index >> 6] & (1 << UInt64(index & 63)) != 0
    }

    /// Whether any state of a range is in the set, in O(words of the range).
    package func intersects(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        return (range.lowerBound >> 6...(range.upperBound - 1) >> 6).contains { word in
            guard word < words.count else { return false }
            var part = words[word]
            if word == range.lowerBound >> 6 { part &= ~0 << UInt64(range.lowerBound & 63) }
            if word == (range.upperBound - 1) >> 6 { part &= ~0 >> UInt64(63 - (range.upperBound - 1) & 63) }
            return part != 0
        }
    }

    /// Adds a state; one that is there already changes nothing.
    package mutating func insert(_ index: Int) {
        while words.count <= index >> 6 { words.append(0) }
        words[index >> 6] |= 1 << UInt64(index & 63)
    }

    /// Removes a state; one that is not there changes nothing.
    package mutating func remove(_ index: Int) {
        guard contains(index) else { return }
        words[index >> 6] &= ~(1 << UInt64(index & 63))
        while words.last == 0 { words.removeLast() }
    }

    /// Adds the states of another set.
    package mutating func formUnion(_ other: StateSet) {
        for index in other { insert(index) }
    }

    /// Whether no state is in both sets, in O(words).
    package func isDisjoint(with other: StateSet) -> Bool {
        zip(words, other.words).allSatisfy { $0 & $1 == 0 }
    }

    /// Goes through a set in document order.
    package struct Iterator: IteratorProtocol {
        fileprivate let words: [UInt64]
        fileprivate var word: Int
        fileprivate var rest: UInt64

        /// The next state, `nil` at the end.
        package mutating func next() -> Int? {
            while rest == 0 {
                word += 1
                guard word < words.count else { return nil }
                rest = words[word]
            }
            defer { rest &= rest - 1 }
            return word << 6 + rest.trailingZeroBitCount
        }
    }

    /// Starts at the first state of the document.
    package func makeIterator() -> Iterator {
        Iterator(words: words, word: 0, rest: words.first ?? 0)
    }
}

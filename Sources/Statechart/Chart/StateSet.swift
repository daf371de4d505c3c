/// A set of state indices, kept in document order: a configuration, an exit set, an entry set.
///
/// Membership is O(1), iteration is in document order; equal sets are equal whatever made them. The first
/// 128 states lie in the value itself; beyond, a set that is emptied keeps its room.
@usableFromInline
package struct StateSet: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
    // 64 states a word: two here, the others in `rest`, which keeps words that have become zero.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var rest: [UInt64] = []

    /// The empty set.
    @usableFromInline package init() {}

    /// The set of these indices.
    @inlinable package init(_ indices: some Sequence<Int>) {
        self.init()
        for index in indices { insert(index) }
    }

    /// The set of these indices.
    @usableFromInline package init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// Whether nothing is in the set, in O(words).
    package var isEmpty: Bool {
        guard low | high == 0 else { return false }
        for word in rest where word != 0 { return false }
        return true
    }

    /// How many states are in the set, in O(words).
    package var count: Int {
        rest.reduce(low.nonzeroBitCount + high.nonzeroBitCount) { $0 + $1.nonzeroBitCount }
    }

    /// Whether a state is in the set, in O(1).
    package func contains(_ index: Int) -> Bool {
        word(index >> 6) & (1 << UInt64(index & 63)) != 0
    }

    /// Whether any state of a range is in the set, in O(words of the range).
    package func intersects(_ range: Range<Int>) -> Bool { first(in: range) != nil }

    /// The first state of a range that is in the set, in O(words of the range).
    package func first(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var place = range.lowerBound >> 6
        let last = Swift.min((range.upperBound - 1) >> 6, rest.count + 1)
        guard place <= last else { return nil }
        var part = word(place) & (~0 << UInt64(range.lowerBound & 63))
        while part == 0 {
            place += 1
            guard place <= last else { return nil }
            part = word(place)
        }
        let found = place << 6 + part.trailingZeroBitCount
        return found < range.upperBound ? found : nil
    }

    /// Adds a state; one that is there already changes nothing.
    @usableFromInline package mutating func insert(_ index: Int) {
        setWord(index >> 6, to: word(index >> 6) | (1 << UInt64(index & 63)))
    }

    /// Removes a state; one that is not there changes nothing.
    package mutating func remove(_ index: Int) {
        setWord(index >> 6, to: word(index >> 6) & ~(1 << UInt64(index & 63)))
    }

    /// Removes all states, keeping the room they took.
    package mutating func removeAll() {
        low = 0
        high = 0
        for place in rest.indices { rest[place] = 0 }
    }

    /// Whether the same states are in both.
    @usableFromInline package static func == (left: StateSet, right: StateSet) -> Bool {
        guard left.low == right.low, left.high == right.high else { return false }
        for place in 2..<Swift.max(left.wordCount, right.wordCount)
        where left.word(place) != right.word(place) {
            return false
        }
        return true
    }

    /// Hashes the states, not the room they take.
    @usableFromInline package func hash(into hasher: inout Hasher) {
        for place in 0..<usedCount { hasher.combine(word(place)) }
    }

    /// Adds the states of another set.
    package mutating func formUnion(_ other: StateSet) {
        for place in 0..<other.wordCount { setWord(place, to: word(place) | other.word(place)) }
    }

    /// Whether no state is in both sets, in O(words).
    package func isDisjoint(with other: StateSet) -> Bool {
        guard low & other.low == 0, high & other.high == 0 else { return false }
        for place in 0..<Swift.min(rest.count, other.rest.count)
        where rest[place] & other.rest[place] != 0 {
            return false
        }
        return true
    }

    // MARK: Words

    var wordCount: Int { rest.count + 2 }

    func word(_ place: Int) -> UInt64 {
        switch place {
        case 0: low
        case 1: high
        default: place - 2 < rest.count ? rest[place - 2] : 0
        }
    }

    private mutating func setWord(_ place: Int, to word: UInt64) {
        switch place {
        case 0: low = word
        case 1: high = word
        default: setRest(place - 2, to: word)
        }
    }

    private mutating func setRest(_ place: Int, to word: UInt64) {
        while word != 0, rest.count <= place { rest.append(0) }
        guard place < rest.count else { return }
        rest[place] = word
    }

    /// How many words there are up to the last one that holds a state.
    private var usedCount: Int {
        var count = wordCount
        while count > 0, word(count - 1) == 0 { count -= 1 }
        return count
    }

    // MARK: Iteration

    /// Goes through a set in document order.
    @usableFromInline
    package struct Iterator: IteratorProtocol {
        fileprivate let set: StateSet
        fileprivate var place = 0
        fileprivate var part: UInt64

        /// The next state, `nil` at the end.
        @usableFromInline package mutating func next() -> Int? {
            while part == 0 {
                place += 1
                guard place < set.wordCount else { return nil }
                part = set.word(place)
            }
            defer { part &= part - 1 }
            return place << 6 + part.trailingZeroBitCount
        }
    }

    /// Starts at the first state of the document.
    @usableFromInline package func makeIterator() -> Iterator { Iterator(set: self, part: low) }
}

/// A small set of small numbers in one word.
struct Bits: Hashable, Sequence {
    var word: UInt32 = 0

    init() {}

    init(_ numbers: some Sequence<Int>) {
        for number in numbers { insert(number) }
    }

    var isEmpty: Bool { word == 0 }

    func contains(_ number: Int) -> Bool { word & (1 << UInt32(number)) != 0 }
    mutating func insert(_ number: Int) { word |= 1 << UInt32(number) }
    mutating func remove(_ number: Int) { word &= ~(1 << UInt32(number)) }
    mutating func formUnion(_ other: Bits) { word |= other.word }
    mutating func subtract(_ other: Bits) { word &= ~other.word }

    func intersection(_ other: Bits) -> Bits {
        var both = self
        both.word &= other.word
        return both
    }

    func meets(_ other: Bits) -> Bool { word & other.word != 0 }
    func isSubset(of other: Bits) -> Bool { word & ~other.word == 0 }

    /// In ascending order.
    func makeIterator() -> AnyIterator<Int> {
        var left = word
        return AnyIterator {
            guard left != 0 else { return nil }
            defer { left &= left - 1 }
            return left.trailingZeroBitCount
        }
    }

    /// The numbers in ascending order.
    var numbers: [Int] {
        var numbers: [Int] = []
        var left = word
        while left != 0 {
            numbers.append(left.trailingZeroBitCount)
            left &= left - 1
        }
        return numbers
    }
}

extension StateSet {
    /// No state is in both sets.
    static let nothing = -1
    /// More than one state is in both sets.
    static let several = -2

    /// The one state that is in both sets, else ``nothing`` or ``several``; O(words).
    func onlyCommon(with other: StateSet) -> Int {
        var found = Self.nothing
        for place in 0..<Swift.min(wordCount, other.wordCount) {
            let part = word(place) & other.word(place)
            guard part != 0 else { continue }
            guard found == Self.nothing, part & (part - 1) == 0 else { return Self.several }
            found = place << 6 + part.trailingZeroBitCount
        }
        return found
    }

    /// The last state of a range that is in the set, else ``nothing``; O(words of the range).
    func last(in range: Range<Int>) -> Int {
        guard !range.isEmpty else { return Self.nothing }
        var place = (range.upperBound - 1) >> 6
        var part = word(place) & (~0 >> UInt64(63 - (range.upperBound - 1) & 63))
        while part == 0 {
            place -= 1
            guard place << 6 + 63 >= range.lowerBound else { return Self.nothing }
            part = word(place)
        }
        let found = place << 6 + 63 - part.leadingZeroBitCount
        return found >= range.lowerBound ? found : Self.nothing
    }
}

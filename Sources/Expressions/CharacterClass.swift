/// A set of characters.
struct CharacterClass: Sendable {
    /// A general category of Unicode (`\p{Lu}`, `\p{L}`), or its complement.
    struct Category: Sendable {
        let name: String
        let isNegated: Bool
    }

    var ranges: [ClosedRange<UInt32>] = []
    var categories: [Category] = []
    /// Sets of which the complement is meant: `\D` within brackets.
    var complements: [[ClosedRange<UInt32>]] = []
    var isNegated = false
    var foldsCase = false

    init(_ ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
    }

    init(_ scalar: Unicode.Scalar, foldsCase: Bool) {
        ranges = [scalar.value...scalar.value]
        self.foldsCase = foldsCase
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        (holds(scalar) || (foldsCase && scalar.caseVariants.contains(where: holds))) != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) }
            || complements.contains { !$0.contains { $0.contains(scalar.value) } }
            || categories.contains { scalar.properties.generalCategory.isWithin($0.name) != $0.isNegated }
    }

    mutating func insert(_ other: CharacterClass) {
        categories += other.categories
        complements += other.complements
        if other.isNegated { complements.append(other.ranges) } else { ranges += other.ranges }
    }
}

extension Unicode.Scalar {
    /// Upper and lower case of the character, where those are one character.
    fileprivate var caseVariants: [Unicode.Scalar] {
        [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { text in
            text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
        }
    }
}

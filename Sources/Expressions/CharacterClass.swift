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
        ranges = (foldsCase ? scalar.caseVariants : [scalar]).map { $0.value...$0.value }
    }

    /// Whether the character is in the set; with ``foldsCase`` each part of it holds its characters in any case
    /// before a complement is taken, as in RE2.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        (foldsCase ? holds(scalar.caseVariants) : holds(CollectionOfOne(scalar))) != isNegated
    }

    private func holds(_ variants: some Collection<Unicode.Scalar>) -> Bool {
        isAny(of: variants, in: ranges)
            || complements.contains { !isAny(of: variants, in: $0) }
            || categories.contains { category in
                variants.contains { $0.properties.generalCategory.isWithin(category.name) }
                    != category.isNegated
            }
    }

    private func isAny(
        of variants: some Collection<Unicode.Scalar>, in ranges: [ClosedRange<UInt32>]
    ) -> Bool {
        variants.contains { scalar in ranges.contains { $0.contains(scalar.value) } }
    }

    mutating func insert(_ other: CharacterClass) {
        categories += other.categories
        complements += other.complements
        if other.isNegated { complements.append(other.ranges) } else { ranges += other.ranges }
    }
}

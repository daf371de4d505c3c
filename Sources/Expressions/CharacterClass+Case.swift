extension Unicode.Scalar {
    /// The characters that differ from this one in case only, itself among them.
    ///
    /// Source: Unicode, CaseFolding.txt (common and simple foldings).
    var caseVariants: [Unicode.Scalar] {
        if isASCII, self != "K", self != "k", self != "S", self != "s" {
            let byte = UInt8(ascii: self)
            return byte.isLetter ? [self, Unicode.Scalar(byte ^ 0x20)] : [self]
        }
        if let set = Self.caseSets[self] { return set }
        guard !Self.turkish.contains(self) else { return [self] }
        let others = [properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping]
        var variants = [self]
        for text in others where text.unicodeScalars.count == 1 {
            variants += text.unicodeScalars.filter { !variants.contains($0) }
        }
        return variants
    }

    /// The dotted capital and the dotless small i fold in Turkish only.
    private static let turkish: Set<Unicode.Scalar> = ["\u{130}", "\u{131}"]

    /// What the mappings of each single character do not tell: sets of three or four, and the two sharp s.
    private static let caseSets: [Unicode.Scalar: [Unicode.Scalar]] = {
        var sets: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for set in caseText.unicodeScalars.split(separator: " ").map(Array.init) {
            for member in set { sets[member] = set }
        }
        return sets
    }()

    private static let caseText =
        "Kk\u{212A} Ss\u{17F} \u{B5}\u{39C}\u{3BC} \u{C5}\u{E5}\u{212B} \u{DF}\u{1E9E} "
        + "\u{345}\u{399}\u{3B9}\u{1FBE} \u{392}\u{3B2}\u{3D0} \u{395}\u{3B5}\u{3F5} "
        + "\u{398}\u{3B8}\u{3D1}\u{3F4} \u{39A}\u{3BA}\u{3F0} \u{3A0}\u{3C0}\u{3D6} "
        + "\u{3A1}\u{3C1}\u{3F1} \u{3A3}\u{3C2}\u{3C3} \u{3A6}\u{3C6}\u{3D5} "
        + "\u{3A9}\u{3C9}\u{2126} \u{412}\u{432}\u{1C80} \u{414}\u{434}\u{1C81} "
        + "\u{41E}\u{43E}\u{1C82} \u{421}\u{441}\u{1C83} \u{422}\u{442}\u{1C84}\u{1C85} "
        + "\u{42A}\u{44A}\u{1C86} \u{462}\u{463}\u{1C87} \u{1C88}\u{A64A}\u{A64B} "
        + "\u{1E60}\u{1E61}\u{1E9B}"
}

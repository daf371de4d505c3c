import FoundationEssentials

/// A seeded generator (SplitMix64, Steele, Lea and Flood 2014); every random test prints its seed.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// Draws the numbers of `seed`, always the same.
    package init(seed: UInt64) { state = seed }

    /// The next of its numbers, equally likely to be any.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The seed of `ENTENTE_SEED` (decimal or `0x…`), or a fixed one; what varies from run to run cannot be replayed.
    package static var seed: UInt64 {
        let given = ProcessInfo.processInfo.environment["ENTENTE_SEED"] ?? ""
        let text = given.hasPrefix("0x") ? UInt64(given.dropFirst(2), radix: 16) : UInt64(given)
        return text ?? 0x5EED
    }
}

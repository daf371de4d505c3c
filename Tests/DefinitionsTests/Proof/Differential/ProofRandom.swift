import Foundation

/// A seeded generator (SplitMix64, Steele, Lea and Flood 2014): what it draws is replayed from its seed.
struct ProofRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The generator of one of many cases of a seed; those of another seed are others.
    init(seed: UInt64, number: Int) {
        var mixing = ProofRandom(seed: seed)
        state = mixing.next() ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }

    /// The seed of `ENTENTE_SEED` (decimal or `0x…`), or a fixed one.
    static var seed: UInt64 {
        let given = ProcessInfo.processInfo.environment["ENTENTE_SEED"] ?? ""
        let text = given.hasPrefix("0x") ? UInt64(given.dropFirst(2), radix: 16) : UInt64(given)
        return text ?? 0x5EED
    }
}

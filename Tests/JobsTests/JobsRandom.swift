import Foundation

/// The seeded generator of this target's random tests (SplitMix64); `ENTENTE_SEED` replays a run.
struct JobsRandom: RandomNumberGenerator {
    static let seed: UInt64 =
        ProcessInfo.processInfo.environment["ENTENTE_SEED"].flatMap { UInt64($0) }
        ?? .random(in: 0...UInt64.max)

    /// What a failed expectation says.
    static let replay = "replay with ENTENTE_SEED=\(seed)"

    private var state = seed

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

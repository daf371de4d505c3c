import Foundation

/// The seeded generator of this target's random tests (SplitMix64); `ENTENTE_SEED` replays a run.
struct DemonstrationSeed: RandomNumberGenerator {
    var state: UInt64

    static let current: UInt64 =
        ProcessInfo.processInfo.environment["ENTENTE_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...99_999)

    static func replay(_ seed: UInt64) -> String { "replay with ENTENTE_SEED=\(seed)" }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func next(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

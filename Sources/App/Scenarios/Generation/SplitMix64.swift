import Agreements
import FoundationEssentials
import Synchronization

/// A small seeded generator (Steele, Lea and Flood, 2014): the same seed draws the same numbers.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Randomness {
    /// Identities and salts drawn from a seed.
    static func seeded(_ seed: UInt64) -> Randomness {
        let drawing = Drawing(seed)
        return Randomness(uuid: { drawing.uuid() }, salt: { drawing.bytes() })
    }
}

private final class Drawing: Sendable {
    private let random: Mutex<SplitMix64>

    init(_ seed: UInt64) { random = Mutex(SplitMix64(seed: seed)) }

    func bytes() -> [UInt8] {
        random.withLock { random in (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
    }

    func uuid() -> UUID {
        let b = bytes()
        return UUID(
            uuid: (
                b[0], b[1], b[2], b[3], b[4], b[5], b[6] & 0x0F | 0x40, b[7], b[8] & 0x3F | 0x80, b[9], b[10],
                b[11], b[12], b[13], b[14], b[15]
            ))
    }
}

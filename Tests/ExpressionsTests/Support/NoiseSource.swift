/// Sources made of random pieces of the language, from a seed.
struct NoiseSource {
    private static let pieces = [
        "n", "visas", "call", ".year", ".kind", "(", ")", "[", "]", "{", "}", ":", "?", ",", "&&", "||", "!",
        "-",
        "+", "*", "/", "%", "==", "<", "in", " ", "'a'", "\"", "'", "\\", "1", "2u", "3.5", "0x", "has(",
        "size(",
        ".map(x, ", ".all(v, ", ".matches(", "timestamp(", "duration(", "'1h'", "é", "\n", "`", "null", "b'",
        "r'",
    ]

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func next() -> String {
        (0..<(1 + below(24))).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
    }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

import Testing

@testable import Definitions

@Suite("Writing YAML")
struct YAMLEmitterTests {
    /// Characters that a careless writer gets wrong.
    private static let letters: [Character] = [
        "a", "B", "7", " ", " ", "\n", "\n", ":", "#", "-", "'", "\"", "\\", "{", "}", "[", "]", ",", "&",
        "*", "!", "|",
        ">", "%", "@", "`", "é", "\u{A0}", "\u{200B}", "漢", "😀", "?", "~", "=", "<", ".", "\u{85}",
        "\u{2028}",
    ]

    @Test("What was written is read again, whatever the texts are", arguments: 1...20)
    func random(_ seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<100 {
            let value = YAMLValue.mapping([YAMLMember(key: "root", value: Self.value(&random, depth: 3))])
            let text = YAMLEmitter.document(value)
            let read = YAMLValue(try YAMLReader.read(Array(text.utf8), file: "seed \(seed)"))
            #expect(read == value, "seed \(seed):\n\(text)")
        }
    }

    private static func value(_ random: inout SplitMix, depth: Int) -> YAMLValue {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
        case 0: return .plain(["1", "-20", "true", "false", "~"].randomElement(using: &random) ?? "1")
        case 1, 2: return .text(text(&random))
        case 3:
            return .list(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth - 1) })
        default:
            let count = Int.random(in: 0...4, using: &random)
            return .mapping(
                (0..<count).map {
                    YAMLMember(
                        key: "k\($0)" + text(&random).prefix(3), value: value(&random, depth: depth - 1))
                })
        }
    }

    private static func text(_ random: inout SplitMix) -> String {
        String(
            (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                letters.randomElement(using: &random)
            })
    }

    /// A generator that the same seed starts alike.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let texts = [
        "true", "No", "null", "~", "", "1", "1:20", "- a", "a: b", "a #b", "0o17", "<<", "=", "a\n", "\n",
        " a", "a ", "a\n b\n\n",
    ]

    @Test("A text stays a text", arguments: texts)
    func stays(_ text: String) throws {
        let written = YAMLEmitter.document(.mapping([YAMLMember(key: "k", value: .text(text))]))
        let read = YAMLValue(try YAMLReader.read(Array(written.utf8), file: "f"))
        #expect(read == .mapping([YAMLMember(key: "k", value: .text(text))]), "\(written)")
    }
}

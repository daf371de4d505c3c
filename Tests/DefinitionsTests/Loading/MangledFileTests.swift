import Definitions
import Testing

@Suite("Mangled workflow files")
struct MangledFileTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test("A file with a few bytes changed, lost or doubled loads or is refused with places inside it")
    func mangled() {
        let seed = UInt64.random(in: .min ... .max)
        var random = Generator(state: seed)
        for _ in 0..<200 {
            let bytes = Self.mangle(Array(Sample.text.utf8), &random)
            do {
                _ = try WorkflowLoader().load(WorkflowSources(name: "f.yaml", bytes: bytes))
            } catch {
                let lines = bytes.count { $0 == 10 } + 1
                #expect(!error.findings.isEmpty, "seed \(seed)")
                #expect(
                    error.findings.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 },
                    "seed \(seed)")
            }
        }
    }

    private static func mangle(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0..<bytes.count - 40, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[at] = Array("{}[]:,&*!'\"#?-|> \n\u{7F}é".utf8).randomElement(using: &random) ?? 0
            case 1: bytes.removeSubrange(at..<at + Int.random(in: 1...40, using: &random))
            case 2: bytes.insert(contentsOf: bytes[at..<at + Int.random(in: 1...40, using: &random)], at: at)
            default: bytes[at] = UInt8.random(in: 0...255, using: &random)
            }
        }
        return bytes
    }
}

import Definitions
import Testing

@Suite("All findings at once")
struct AllAtOnceTests {
    /// What happens only behind a slip, or may be kept from happening by what was meant, is not said beside it.
    private static let behind: [String: Set<String>] = [
        "misspelt guard": ["unsigned"],
        "misspelt target on the only way": ["deaf timer", "no end", "unsigned", "illegal"],
        "misspelt initial": ["deaf timer", "no end", "unsigned", "illegal"],
        "misspelt always": ["gap"],
    ]

    private func codes(_ text: String) -> [String] {
        let proof = Small.prove(text)
        return (proof.findings + proof.warnings).map(\.code.rawValue).sorted()
    }

    @Test("The definition is sound before anybody slips")
    func sound() { #expect(codes(Slip.sound) == []) }

    @Test("Each slip by itself is found, and nothing that follows from it", arguments: Slip.all.indices)
    func single(_ index: Int) throws {
        let slip = Slip.all[index]
        let text = try #require(slip.applied(to: Slip.sound))
        #expect(codes(text) == slip.expected.map(\.rawValue).sorted(), "\(slip.name)")
    }

    @Test("Of two slips both are found in one run, and nothing else", arguments: Slip.all.indices)
    func pairs(_ index: Int) throws {
        let first = Slip.all[index]
        let text = try #require(first.applied(to: Slip.sound))
        for second in Slip.all.dropFirst(index + 1) {
            guard let both = second.applied(to: text) else { continue }
            let hidden = Self.behind[first.name]?.contains(second.name) ?? false
            let expected = (first.expected + (hidden ? [] : second.expected)).map(\.rawValue).sorted()
            #expect(codes(both) == expected, "\(first.name) and \(second.name)")
        }
    }
}

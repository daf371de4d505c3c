import Agreements
import Definitions
import Testing

@Suite("The end of a term")
struct TermEndTests {
    private static func missing(_ term: String) -> [String] {
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], do: [{ term: { \(term) } }], to: b } } }
            b: { $T, timers: [{ name: end, due: { at: agreement.end }, event: b.over }], on: { b.over: { to: z } } }
            z: { $T, final: true }
            """)
        return Small.prove(text).findings.filter { $0.code == .missingField }.map(\.message.en)
    }

    @Test("It is not read where no term is given one")
    func none() {
        let found = Self.missing("start: \"'2020-01-01'\"")
        #expect(found.count == 1 && found.allSatisfy { $0.contains("agreement.end") }, "\(found)")
    }

    @Test("It is where one is")
    func some() { #expect(Self.missing("start: \"'2020-01-01'\", end: \"'2023-12-31'\"") == []) }
}

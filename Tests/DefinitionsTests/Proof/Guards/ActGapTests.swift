import Agreements
import Definitions
import Testing

@Suite("Gaps among the branches of an act")
struct ActGapTests {
    private static func findings(_ kind: String, _ first: [String], _ second: [String]) -> [String] {
        func branch(_ formulas: [String], _ target: String) -> String {
            let clauses = formulas.map { "{ that: \"\($0)\", else: no }" }.joined(separator: ", ")
            return "{ $T, by: [INT], input: { n: \(kind), m: \(kind) }, if: [\(clauses)], to: \(target) }"
        }
        let text = Small.life(
            """
            a: { $T, on: { stop: { $T, by: [INT], to: z }, go: [\(branch(first, "b")), \(branch(second, "z"))] } }
            b: { $T, on: { on: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        return Small.prove(text).findings.filter { $0.code == .guardGap }.map(\.message.en)
    }

    @Test("What one branch asks for is there for all that are open with it")
    func sharedInput() {
        func life(_ second: String) -> String {
            Small.life(
                """
                a:
                  $T
                  on:
                    go:
                      - { $T, by: [INT], input: { k: [A, B] }, if: [{ that: "event.k == 'A' && event.d > '2020-01-01'", else: no }], to: z }
                      - { $T, by: [INT], input: { k: [A, B], \(second): day }, if: [{ that: "event.k == 'B'", else: no }], to: z }
                z: { $T, final: true }
                """, head: "refusals: { no: { fr: Non., en: No. } }")
        }
        #expect(Small.prove(life("d")).findings.filter { $0.code == .missingField } == [])
        #expect(Small.prove(life("d?")).findings.map(\.code).contains(.missingField))
    }

    @Test(
        "Branches that split what an act carries leave no value out",
        arguments: [
            ("[P, Q, R]", "event.n == 'P'", "event.n == 'Q'", "event.n is 'R'"),
            ("day", "event.n < '2020-01-01'", "event.n > '2020-01-01'", "event.n is '2020-01-01'"),
            ("integer", "event.n > event.m", "event.n < event.m", "event.n is"),
            ("flag", "event.n && event.m", "!event.n && !event.m", "event.n is"),
        ])
    func gaps(_ kind: String, _ first: String, _ second: String, _ witness: String) {
        let found = Self.findings(kind, [first], [second])
        #expect(found.count == 1 && found.allSatisfy { $0.contains(witness) }, "\(found)")
    }

    @Test(
        "What is refused on purpose is no gap",
        arguments: [
            ("[P, Q, R]", ["event.n == 'P'"], ["event.n in ['Q', 'R']"]),
            ("[P, Q, R]", ["event.n != 'R'", "event.n == 'P'"], ["event.n != 'R'", "event.n == 'Q'"]),
            ("integer", ["event.n > 10"], ["event.n > 0"]),
            ("integer", ["event.n > 3"], ["event.n < 3", "measures.flagged"]),
        ])
    func noGaps(_ kind: String, _ first: [String], _ second: [String]) {
        #expect(Self.findings(kind, first, second) == [])
    }
}

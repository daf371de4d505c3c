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

    /// A term is opened by one act, and not by another; `b` is come to by both, `c` by the second alone.
    private static func split(_ term: String) -> [String] {
        let text = Small.life(
            """
            a: { $T, on: { open: { $T, by: [INT], \(term)to: b }, skip: { $T, by: [INT], to: m } } }
            m: { $T, on: { on: { $T, by: [INT], to: b }, far: { $T, by: [INT], do: [{ term: { start: "'2020-01-01'" } }], to: c } } }
            b: { $T, on: { x: { $T, by: [INT], if: { that: "plus(agreement.end, 'P1D') > day(now)", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            c: { $T, on: { y: { $T, by: [INT], if: { that: "plus(agreement.end, 'P1D') < day(now)", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        return Small.findings(text).filter { $0.contains("missing_field") }
    }

    @Test("Where it is unknown on one way, that way is told; where no way gives one, it is unknown")
    func ways() {
        let opening = "do: [{ term: { start: \"'2020-01-01'\", end: \"'2021-01-01'\" } }], "
        #expect(
            Self.split(opening) == [
                "14 missing_field: start, skip by INT, on by INT, x by INT",
                "15 missing_field: start, skip by INT, far by INT, y by INT",
            ])
    }

    @Test("It is where one is")
    func some() { #expect(Self.missing("start: \"'2020-01-01'\", end: \"'2023-12-31'\"") == []) }
}

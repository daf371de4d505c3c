import Agreements
import Definitions
import Testing

@Suite("A branch that those before it leave nothing")
struct ExhaustedBranchTests {
    private var messages: [String] {
        let text = Small.life(
            """
            a:
              $T
              timers: [{ name: late, due: { after: P30D }, event: late }]
              on:
                go: { $T, by: [INT], to: b }
                late:
                  - { if: measures.flagged, to: b }
                  - { if: "!measures.flagged", to: z }
                  - { to: c }
            b: { $T, on: { go: { $T, by: [INT], to: z } } }
            c: { $T, on: { go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """)
        return Small.prove(text).findings.filter { $0.code == .deadTransition }.map(\.message.en)
    }

    @Test("It is said which branches take its event")
    func takers() {
        let words =
            "the transition late of a is never taken: whenever its event comes, one before it takes it"
        #expect(messages == [words + ", at line 17 or 19"])
    }

    @Test(
        "A branch without a condition is dead where those before it take every value that the act carries",
        arguments: [
            ("[P, Q]", "event.n == 'P'", "event.n == 'Q'", true),
            ("[P, Q, R]", "event.n == 'P'", "event.n == 'Q'", false),
            ("integer", "event.n >= 0", "event.n > 5", true),
            ("integer", "event.n > 5", "event.n > 9", false),
            ("flag", "event.n", "!event.n", true),
        ])
    func carried(_ kind: String, _ first: String, _ second: String, _ isDead: Bool) {
        func branch(_ formula: String, _ target: String) -> String {
            "{ $T, by: [INT], input: { n: \(kind) }, \(formula)to: \(target) }"
        }
        func clause(_ formula: String) -> String { "if: [{ that: \"\(formula)\", else: no }], " }
        let text = Small.life(
            """
            a:
              $T
              on:
                pass: { $T, by: [INT], to: c }
                go:
                  - \(branch(clause(first), "b"))
                  - \(branch(clause(second), "z"))
                  - \(branch("", "c"))
            b: { $T, on: { on: { $T, by: [INT], to: z } } }
            c: { $T, on: { on: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        let found = Small.findings(text).filter { $0.contains("dead_transition") && $0.hasPrefix("19 ") }
        #expect(found.count == (isDead ? 1 : 0), "\(Small.findings(text))")
        #expect(found.allSatisfy { $0.contains(": start") })
    }
}

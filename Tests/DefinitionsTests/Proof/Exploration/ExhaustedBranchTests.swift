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
        return Small.prove(text).findings.filter { $0.code == .deadTransition }.map(\.message)
    }

    @Test("It is said which branches take its event")
    func takers() {
        let words =
            "the transition late of a is never taken: whenever its event comes, one before it takes it"
        #expect(messages == [words + ", at line 17 or 19"])
    }
}

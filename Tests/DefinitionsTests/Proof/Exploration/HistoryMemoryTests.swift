import Definitions
import Testing

@Suite("What a history remembers, as far as it counts")
struct HistoryMemoryTests {
    /// Two regions; `redo` begins the first again and leaves the second where it stands.
    private static let states = """
        w:
          $T
          on: { redo: { $T, by: [INT], to: [w.first.a, history(w.second)] }, end: { $T, by: [INT], to: z } }
          parallel:
            first:
              $T
              initial: a
              states:
                a: { $T, on: { x: { $T, by: [INT], to: b } } }
                b: { $T, on: { u: { $T, by: [INT], to: a } } }
            second:
              $T
              initial: c
              states:
                c: { $T, on: { y: { $T, by: [INT], to: d } } }
                d: { $T, on: { v: { $T, by: [INT], to: c } } }
        z: { $T, final: true }
        """

    @Test("It does not where the region is active that writes it anew")
    func active() {
        let proof = Small.prove(Small.life(Self.states, initial: "w"))
        #expect(proof.findings.isEmpty)
        // Four places of the two regions, and the end.
        #expect(proof.situations["life"] == 5)
    }

    @Test("It does where the region was left, and is come back to")
    func left() {
        let away = Self.states.replacing(
            "end: { $T, by: [INT], to: z }", with: "rest: { $T, by: [INT], to: p }"
        )
        .replacing(
            "z: { $T, final",
            with:
                "p: { $T, on: { back: { $T, by: [INT], to: history(w.second) }, end: { $T, by: [INT], to: z } } }\nz: { $T, final"
        )
        let proof = Small.prove(Small.life(away, initial: "w"))
        #expect(proof.findings.isEmpty)
        #expect(proof.situations["life"] == 7)
    }
}

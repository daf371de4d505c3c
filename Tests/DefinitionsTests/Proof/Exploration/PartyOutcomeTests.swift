import Definitions
import Testing

@Suite("What children tell when a party leaves")
struct PartyOutcomeTests {
    /// One child for each party: it waits for an answer, or for its party to leave.
    private static let asking = """
        asked:
          $T
          initial: open
          states:
            open: { $T, on: { answer: { $T, by: [INT], to: agreed }, parties.changed: { if: "!agreement.parties.exists(p, p.id == item.party.id)", to: left } } }
            agreed: { $T, outcome: agreed, final: true }
            left: { $T, outcome: left, final: true }
        """

    private static let waiting =
        "children: [{ name: asked, forEach: party in agreement.parties, run: asked, join: none }]"

    private static func unhandled(_ states: String, more: String = asking) -> [String] {
        Small.prove(Small.life(states, more: more)).findings.filter { $0.code == .unhandledOutcome }
            .map { "\($0.line)" }
    }

    @Test("Nobody has to hear that a party left where none can leave")
    func nobodyLeaves() {
        #expect(
            Self.unhandled(
                """
                a: { $T, \(Self.waiting), on: { asked.agreed: { to: b } } }
                b: { $T, on: { go: { $T, by: [INT], do: [{ remove_party: "'x'" }], to: z } } }
                z: { $T, final: true }
                """
            ).isEmpty)
    }

    @Test(
        "Somebody has to where a party can leave meanwhile, or has just left",
        arguments: [
            // An act of the state itself.
            """
            a: { $T, \(waiting), on: { asked.agreed: { to: z }, go: { $T, by: [INT], do: [{ remove_party: "'x'" }] } } }
            z: { $T, final: true }
            """,
            // The step that leads there.
            """
            a: { $T, on: { go: { $T, by: [INT], do: [{ remove_party: "'x'" }], to: b } } }
            b: { $T, \(waiting), on: { asked.agreed: { to: z } } }
            z: { $T, final: true }
            """,
            // A way back.
            """
            a: { $T, \(waiting), on: { asked.agreed: { to: b } } }
            b: { $T, on: { back: { $T, by: [INT], to: a }, go: { $T, by: [INT], do: [{ remove_party: "'x'" }], to: z } } }
            z: { $T, final: true }
            """,
        ])
    func somebodyLeaves(states: String) { #expect(!Self.unhandled(states).isEmpty) }

    @Test("A party that leaves by a child process leaves, too")
    func leavesByAChild() {
        let leaving = """

            going:
              $T
              initial: open
              states:
                open: { $T, on: { go: { $T, by: [INT], do: [{ remove_party: "'x'" }], to: gone } } }
                gone: { $T, outcome: gone, final: true }
            """
        let both = Self.waiting.dropLast() + ", { name: going, forEach: 'n in [1]', run: going, join: none }]"
        #expect(
            !Self.unhandled(
                """
                a: { $T, \(both), on: { asked.agreed: { to: z }, going.gone: {} } }
                z: { $T, final: true }
                """, more: Self.asking + leaving
            ).isEmpty)
    }
}

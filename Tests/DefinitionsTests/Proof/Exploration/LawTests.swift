import Definitions
import Testing

@Suite("The law of a definition, explored")
struct LawTests {
    private static let circuit = """
        circuit:
          $T
          initial: open
          states:
            open: { $T, on: { sign: { $T, by: [SIG(party)], do: signature, to: signed }, refuse: { $T, by: [SIG(party)], reason: required, to: refused } } }
            signed: { $T, outcome: signed, final: true }
            refused: { $T, outcome: refused, final: true }
        """

    private static func life(
        signing: String = "done: { to: force }, c.refused: { to: draft }, text.changed: { to: draft }",
        draft: String = "send: { $T, by: [INT], to: sign }", legal: String = "in_force",
        end: String = "legal: ended", child: String = circuit
    ) -> String {
        Small.life(
            """
            draft: { $T, on: { \(draft), drop: { $T, by: [INT], reason: required, to: z } } }
            sign: { $T, children: [{ name: c, forEach: party in agreement.parties, run: circuit, join: all }], on: { \(signing) } }
            force: { $T, legal: \(legal), on: { close: { $T, by: [INT], reason: required, to: z } } }
            z: { $T, \(end), final: true }
            """, initial: "draft", more: child)
    }

    static let cases: [(String, String, [String])] = [
        ("signed by all", life(), []),
        (
            "around the signature",
            life(draft: "send: { $T, by: [INT], to: sign }, rush: { $T, by: [DG], to: force }"),
            ["14 unsigned_in_force: start, rush by DG"]
        ),
        (
            "a refused circuit counts as done",
            life(signing: "done: { to: force }, text.changed: { to: draft }"),
            ["14 unsigned_in_force: start, send by INT, children of sign joined"]
        ),
        (
            "the text changes while they sign",
            life(signing: "done: { to: force }, c.refused: { to: draft }"),
            ["14 unsigned_in_force: start, send by INT, text.changed, children of sign joined"]
        ),
        (
            "a party joins on the way into force",
            life(
                signing:
                    "done: { to: force, do: [{ add_party: agreement.formerParties }] }, c.refused: { to: draft }, text.changed: { to: draft }"
            ),
            ["14 unsigned_in_force: start, send by INT, children of sign joined"]
        ),
        (
            "a party joins while they sign",
            life(
                signing:
                    "done: { to: force }, c.refused: { to: draft }, text.changed: { to: draft }, join: { $T, by: [INT], do: [{ add_party: agreement.formerParties }] }"
            ),
            ["14 unsigned_in_force: start, send by INT, join by INT, children of sign joined"]
        ),
        (
            "a party joins before they sign",
            life(draft: "send: { $T, by: [INT], do: [{ add_party: agreement.formerParties }], to: sign }"), []
        ),
        (
            "the end is not binding any more and comes back",
            life().replacing(
                "reason: required, to: z } } }\n      z", with: "reason: required, to: over } } }\n      z"
            )
            .replacing(
                "    z: {",
                with:
                    "    over: { title: { fr: A, en: A }, legal: expired_pending, on: { x: { title: { fr: A, en: A }, by: [DG], reason: required, to: wait } } }\n      wait: { title: { fr: A, en: A }, legal: suspended, on: { x: { title: { fr: A, en: A }, by: [DG], reason: required, to: z } } }\n      z: {"
            ),
            ["illegal_status_change"]
        ),
    ]

    @Test("Nothing is in force without signatures, and the status changes as it may", arguments: cases)
    func statusAndSignatures(_ name: String, _ text: String, _ expected: [String]) {
        let found = Small.findings(text)
        if expected == ["illegal_status_change"] {
            #expect(found.contains { $0.contains("illegal_status_change: start, send by INT") }, "\(found)")
        } else {
            #expect(found == expected, "\(name)")
        }
    }
}

import Agreements
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

    private static let enlarge = """
        enlarge:
          $T
          initial: open
          states:
            open: { $T, on: { add: { $T, by: [INT], input: { org: organisation }, do: [{ add_party: event.org }], to: undone } } }
            undone: { $T, outcome: undone, final: true }
        """

    private static let around = """
        around:
          $T
          initial: open
          states:
            open: { $T, children: [{ name: e, run: enlarge }], on: { done: { to: undone } } }
            undone: { $T, outcome: undone, final: true }
        """

    /// A life that waits, signed, for an act that puts it in force; with children that run meanwhile.
    private static func waiting(_ on: String, doing: String = "", running: String? = nil) -> String {
        let children = running.map {
            "children: [{ name: w, forEach: party in agreement.parties, run: \($0), join: none }], "
        }
        let own = ["enlarge": enlarge, "around": around + "\n" + enlarge]
        let undo = running.map { name in
            own[name].map { "\n" + $0 } ?? """

                \(name):
                  $T
                  initial: open
                  states:
                    open: { $T, on: { undo: { $T, by: [SIG(party)], \(name == "undo" ? "do: void_signatures, " : "")to: undone } } }
                    undone: { $T, outcome: undone, final: true }
                """
        }
        return Small.life(
            """
            draft: { $T, on: { send: { $T, by: [INT], to: sign }, drop: { $T, by: [INT], reason: required, to: z } } }
            sign: { $T, children: [{ name: c, forEach: party in agreement.parties, run: circuit, join: all }], on: { done: { to: wait }, c.refused: { to: draft }, text.changed: { to: draft } } }
            wait: { $T, \(children ?? "")on: { text.changed: { to: draft }, eff: { $T, by: [INT]\(doing), to: force }\(on.isEmpty ? "" : ", " + on) } }
            force: { $T, legal: in_force, on: { close: { $T, by: [INT], reason: required, to: z } } }
            z: { $T, legal: ended, final: true }
            """, initial: "draft", more: circuit + (undo ?? ""))
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
            "an act makes the signatures void before the day",
            waiting("v: { $T, by: [INT], do: void_signatures }"),
            ["15 unsigned_in_force: start, send by INT, children of sign joined, v by INT, eff by INT"]
        ),
        (
            "they become void on the way into force", waiting("", doing: ", do: void_signatures"),
            ["15 unsigned_in_force: start, send by INT, children of sign joined, eff by INT"]
        ),
        (
            "a child makes them void",
            waiting("w.undone: {}", running: "undo"),
            [
                "15 unsigned_in_force: start, send by INT, children of sign joined, w voids signatures, eff by INT"
            ]
        ),
        ("a child that makes none void", waiting("w.undone: {}", running: "look"), []),
        (
            "a party joins by a child while the agreement waits",
            waiting("w.undone: {}", running: "enlarge"),
            [
                "15 unsigned_in_force: start, send by INT, children of sign joined, a party joins by w, eff by INT"
            ]
        ),
        (
            "a party joins by a child of a child", waiting("w.undone: {}", running: "around"),
            [
                "15 unsigned_in_force: start, send by INT, children of sign joined, a party joins by w, eff by INT"
            ]
        ),
        (
            "a party joins by a circuit",
            life(
                child: circuit.replacing(
                    "do: signature", with: "do: [signature, { add_party: agreement.formerParties }]")),
            ["14 unsigned_in_force: start, send by INT, a party joins by c, children of sign joined"]
        ),
        (
            "a party joins by a child that is spawned while they sign",
            life(
                signing:
                    "done: { to: force }, c.refused: { to: draft }, text.changed: { to: draft }, more: { $T, by: [INT], do: [{ spawn: { name: m, run: enlarge, of: sign, item: \"{}\" } }] }, m.undone: {}",
                child: circuit + "\n" + enlarge),
            ["14 unsigned_in_force: start, send by INT, a party joins by m, children of sign joined"]
        ),
        (
            "they become void while others sign",
            life(
                signing:
                    "done: { to: force }, c.refused: { to: draft }, text.changed: { to: draft }, v: { $T, by: [INT], do: void_signatures }"
            ),
            ["14 unsigned_in_force: start, send by INT, v by INT, children of sign joined"]
        ),
        (
            "they become void before all sign",
            life(draft: "send: { $T, by: [INT], do: void_signatures, to: sign }"), []
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

    private static func expiring(_ pending: String, more: String = "") -> String {
        Small.life(
            """
            draft: { $T, on: { send: { $T, by: [INT], to: sign }, drop: { $T, by: [INT], reason: required, to: z } } }
            sign: { $T, children: [{ name: c, forEach: party in agreement.parties, run: circuit, join: all }], on: { done: { to: force }, c.refused: { to: draft }, text.changed: { to: draft } } }
            force: { $T, legal: in_force, timers: [{ name: t, due: { after: P4Y }, event: ends }], on: { ends: { to: pending } } }
            pending: { $T, legal: expired_pending, timers: [{ name: p, due: { after: P6M }, event: over }], on: { over: { to: z }, \(pending) } }
            z: { $T, legal: ended, final: true }
            """, initial: "draft", more: circuit + more, head: "refusals: { no: { fr: Non., en: No. } }")
    }

    /// A text of its own, signed by all while the agreement has expired; it stays open after its signature is told.
    private static func extended(collecting: String) -> String {
        expiring(
            "am.signed: { to: force }, am.dropped: {} }, children: [{ name: am, run: amendment, join: none }], initial: waits, states: { waits: { $T }",
            more: """

                amendment:
                  $T
                  text: own
                  initial: writing
                  states:
                    writing: { $T, on: { send: { $T, by: [INT], to: collecting } } }
                    collecting: { $T, children: [{ name: c, forEach: party in agreement.parties, run: circuit, join: all }], on: { done: { to: told }, c.refused: { to: dropped }\(collecting) } }
                    told: { $T, outcome: signed, on: { file: { $T, by: [INT], if: [{ that: text.version > 1, else: no }], to: filed } } }
                    dropped: { $T, outcome: dropped, final: true }
                    filed: { $T, final: true }
                """)
    }

    private static let all = "agreement.parties.all(p, p.id in agreement.text.signedBy)"

    @Test("What has expired comes in force again by a signed renewal, not by the text that expired")
    func renewal() {
        let again = "if: [{ that: \"\(Self.all)\", else: no }], to: force"
        let old = Small.prove(Self.expiring("renew: { $T, by: [INT], \(again) }")).findings
        #expect(old.map(\.code) == [.illegalStatusChange], "\(old)")
        #expect(old.allSatisfy { $0.message.en.contains("no renewal is signed") && $0.path.count > 3 })
        let fresh = Self.expiring(
            "text.changed: { to: pending.ready } }, initial: waits, states: { waits: { $T }, ready: { $T, on: { renew: { $T, by: [INT], \(again) } } }"
        )
        #expect(Small.findings(fresh) == [])
    }

    @Test("What a child tells is signed if it was so when it was told, whatever becomes of its text")
    func toldOnEntry() {
        #expect(Small.findings(Self.extended(collecting: ", text.changed: { to: writing }")) == [])
        let deaf = Small.findings(Self.extended(collecting: ""))
        #expect(deaf.count == 1 && deaf[0].contains("unsigned_in_force"), "\(deaf)")
    }

    @Test("What follows a change that may not be is explored, and nothing else is said of it")
    func afterAnIllegalChange() {
        let text = Small.life(
            """
            draft: { $T, on: { x: { $T, by: [INT], reason: required, to: s }, drop: { $T, by: [INT], reason: required, to: z } } }
            s: { $T, legal: suspended, on: { res: { $T, by: [INT], reason: required, to: e } } }
            e: { $T, legal: expired_pending, on: { end: { $T, by: [INT], reason: required, to: z } } }
            z: { $T, legal: ended, final: true }
            """, initial: "draft")
        #expect(Small.findings(text) == ["13 illegal_status_change: start, x by INT"])
    }
}

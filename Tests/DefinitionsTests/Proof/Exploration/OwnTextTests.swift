import Agreements
import Testing

@testable import Definitions

@Suite("Ends and texts of their own, by law")
struct OwnTextTests {
    /// A life whose renewal has a text of its own, signed when `join` holds.
    private static func life(_ join: String, from status: String = "expired_pending", end: String = "ended")
        -> String
    {
        let start =
            status == "none"
            ? "a: { $T, on: { begin: { $T, by: [INT], to: c } } }"
            : "a: { $T, children: [{ name: first, forEach: party in agreement.parties, run: circuit, join: all }], on: { done: { to: b }, text.changed: { to: a } } }\nb: { $T, legal: in_force, on: { over: { $T, by: [INT], reason: required, to: c } } }"
        return Small.life(
            """
            \(start)
            c: { $T, \(status == "none" ? "" : "legal: expired_pending, ")children: [{ name: renewal, run: renewal, join: none }], on: { renewal.signed: { to: d }, close: { $T, by: [INT], reason: required, to: z } } }
            d: { $T, legal: in_force, on: { close: { $T, by: [INT], reason: required, to: z } } }
            z: { $T, legal: \(end), final: true }
            """,
            more: """
                renewal:
                  $T
                  text: own
                  initial: open
                  states:
                    open: { $T, children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: { when: "\(join)" } }], on: { done: { to: signed } } }
                    signed: { $T, outcome: signed, final: true }
                circuit:
                  $T
                  initial: open
                  states:
                    open: { $T, on: { sign: { $T, by: [SIG(party)], do: signature, to: signed } } }
                    signed: { $T, final: true }
                """)
    }

    private static func codes(_ text: String) -> [String] { Small.prove(text).findings.map(\.code.rawValue) }

    @Test("A renewal is signed by all when its own text is")
    func own() {
        let codes = Self.codes(Self.life("agreement.parties.all(p, p.id in text.signedBy)"))
        #expect(!codes.contains("illegal_status_change") && !codes.contains("unsigned_in_force"), "\(codes)")
    }

    @Test(
        "That all have signed the agreement's text says nothing of the renewal's",
        arguments: [
            "agreement.parties.all(p, p.id in agreement.text.signedBy)",
            "agreement.parties.all(p, agreement.signatures.exists(s, s.party == p.id && !s.void))",
        ])
    func agreements(join: String) {
        let codes = Self.codes(Self.life(join))
        #expect(codes.contains("illegal_status_change") || codes.contains("unsigned_in_force"), "\(codes)")
    }

    @Test("A text of its own puts no agreement in force for the first time")
    func first() {
        let codes = Self.codes(Self.life("agreement.parties.all(p, p.id in text.signedBy)", from: "none"))
        #expect(codes.contains("unsigned_in_force"), "\(codes)")
    }

    @Test("A file does not end while its agreement binds", arguments: ["in_force", "expired_pending"])
    func binding(status: String) {
        let proof = Small.prove(Self.life("agreement.parties.all(p, p.id in text.signedBy)", end: status))
        let finding = proof.findings.first { $0.code == .endLeavesOpen }
        #expect(
            finding?.message.en
                == "z ends the file, but leaves the agreement \(status) for ever: it has no legal: ended")
        #expect(finding?.path.isEmpty == false)
    }
}

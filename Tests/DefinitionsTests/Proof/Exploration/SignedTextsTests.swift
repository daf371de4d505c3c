import Agreements
import Definitions
import Testing

@Suite("Whose text is signed")
struct SignedTextsTests {
    /// An amendment that the parties sign, each in a circuit, and that is over when `join` holds.
    private static func findings(join: String = "all", _ sign: String) -> [Finding] {
        let text = Small.life(
            """
            a: { $T, children: [{ name: amendment, run: amendment, join: all }], on: { done: { to: z } } }
            z: { $T, final: true }
            """,
            more: """
                amendment:
                  $T
                  text: own
                  initial: open
                  states:
                    open: { $T, children: [{ name: circuit, forEach: party in agreement.parties, run: circuit, join: \(join) }], on: { done: { to: z } } }
                    z: { $T, final: true }
                circuit:
                  $T
                  initial: open
                  states:
                    open: { $T, on: { sign: { $T, by: [SIG(party)], \(sign)to: signed } } }
                    signed: { $T, final: true }
                """, head: sign.contains("else") ? "refusals: { no: { fr: Non., en: No. } }" : "")
        return Small.prove(text).findings
    }

    private static func comparing(_ hash: String) -> String {
        "if: { that: \"event.sha256 == \(hash)\", else: no }, do: signature, "
    }

    @Test("A signature of a text of its own is compared with that text")
    func ownText() {
        #expect(Self.findings(Self.comparing("text.sha256")).isEmpty)
        let found = Self.findings(Self.comparing("agreement.text.sha256"))
        #expect(found.map { $0.suggestion?.en } == ["text.sha256"], "\(found)")
        #expect(found.allSatisfy { $0.message.en.contains("the text of amendment") })
    }

    private static let joins = [
        "agreement.parties.all(p, p.id in text.signedBy)",
        "agreement.parties.all(p, signatures.exists(s, s.party == p.id && s.sha256 == text.sha256 && !s.void))",
    ]

    @Test("A join over signatures never completes where no circuit records one", arguments: joins)
    func unsigned(join: String) {
        let when = "{ when: \"\(join)\" }"
        #expect(Self.findings(join: when, "").map(\.code).contains(.joinNeverCompletes))
        #expect(!Self.findings(join: when, "do: signature, ").map(\.code).contains(.joinNeverCompletes))
    }
}

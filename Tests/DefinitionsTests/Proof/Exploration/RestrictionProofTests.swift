import Agreements
import Definitions
import Testing

@Suite("Acts that a legal status does not allow, explored")
struct RestrictionProofTests {
    private static func life(
        only: String, while status: String = "suspended", beside: String = "", more: String = ""
    ) -> String {
        Small.life(
            """
            a: { $T, legal: in_force, on: { suspend: { $T, by: [DG], reason: required, to: b }, end: { $T, by: [DG], reason: required, to: z } } }
            b: { $T, legal: suspended, \(beside)on: { resume: { $T, by: [DG], to: a }, end: { $T, by: [DG], reason: required, to: c } } }
            c: { $T, legal: ended, on: { file: { $T, by: [INT], to: z } } }
            z: { $T, legal: ended, final: true }
            """, more: more,
            head: """
                refusals: { resting: { fr: Non., en: No. } }
                restrictions: [{ while: \(status), only: \(only), else: resting }]
                """)
    }

    private static func codes(_ text: String) -> [Finding.Code] { Small.prove(text).findings.map(\.code) }

    @Test("What an allowed act leads to is reached; what only a refused one leads to is not")
    func reached() {
        #expect(!Self.codes(Self.life(only: "[resume, end]")).contains(.unreachable))
        let findings = Small.prove(Self.life(only: "[resume]")).findings
        #expect(findings.contains { $0.code == .unreachable && $0.message.en.contains("c") }, "\(findings)")
    }

    @Test("Of an act that the status leaves out the message names the status")
    func words() {
        let findings = Small.prove(Self.life(only: "[end]")).findings.filter { $0.code == .deadTransition }
        #expect(
            findings.map {
                $0.message.en.contains("resume")
                    && $0.message.en.contains("allows no such act there (suspended)")
            } == [true])
    }

    @Test("So it does of one in a child process, whatever condition it has")
    func wordsInChild() {
        let text = Self.life(
            only: "[resume, end, rest]", beside: "children: [{ name: k, run: k, join: none }], ",
            more: """
                k:
                  $T
                  initial: o
                  states:
                    o: { $T, on: { note: { $T, by: [INT], if: { that: measures.flagged, else: resting }, to: p }, rest: { $T, by: [INT], to: p } } }
                    p: { $T, final: true }
                """)
        let findings = Small.prove(text).findings.filter { $0.code == .deadTransition }
        #expect(
            findings.map {
                $0.message.en.contains("note")
                    && $0.message.en.contains("allows no such act there (suspended)")
            }
                == [true], "\(Small.findings(text))")
    }

    @Test("A status in which nothing that a state expects may be done leaves it waiting for nothing")
    func stuck() {
        let codes = Self.codes(Self.life(only: "[file]"))
        #expect(codes.contains(.waitsForNothing), "\(codes)")
    }

    @Test("Acts, refusals and statuses that nothing has are named")
    func names() {
        #expect(Self.codes(Self.life(only: "[resume, end, resumee]")).contains(.unknownAct))
        #expect(Self.codes(Self.life(only: "[resume, end]", while: "expired_pending")).contains(.unknownName))
    }

    @Test("A condition on the legal status is decided by the status that the life has there")
    func legalStatus() {
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], if: [{ that: "agreement.legal == 'in_force'", else: no }], to: y }, fin: { $T, by: [INT], to: z } } }
            y: { $T, on: { go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        #expect(Self.codes(text).contains(.unreachable), "\(Small.findings(text))")
        let allowed = text.replacing("== 'in_force'", with: "!= 'in_force'")
        #expect(!Self.codes(allowed).contains(.unreachable), "\(Small.findings(allowed))")
    }
}

import Agreements
import Definitions
import Testing

@Suite("Acts that a legal status does not allow, explored")
struct RestrictionProofTests {
    private static func life(only: String, while status: String = "suspended") -> String {
        Small.life(
            """
            a: { $T, legal: in_force, on: { suspend: { $T, by: [DG], reason: required, to: b }, end: { $T, by: [DG], reason: required, to: z } } }
            b: { $T, legal: suspended, on: { resume: { $T, by: [DG], to: a }, end: { $T, by: [DG], reason: required, to: c } } }
            c: { $T, legal: ended, on: { file: { $T, by: [INT], to: z } } }
            z: { $T, legal: ended, final: true }
            """,
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

    @Test("Of an act that the status leaves out the message names the restrictions")
    func words() {
        let findings = Small.prove(Self.life(only: "[end]")).findings.filter { $0.code == .deadTransition }
        #expect(
            findings.map { $0.message.en.contains("resume") && $0.message.en.contains("restrictions") } == [
                true
            ])
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

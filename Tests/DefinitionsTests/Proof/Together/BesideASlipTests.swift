import Definitions
import Testing

@Suite("What is said beside a slip, and on which way")
struct BesideASlipTests {
    private static func loop(by role: String) -> String {
        Small.life(
            """
            a: { $T, on: { x: { $T, by: [\(role)], to: b } } }
            b: { $T, timers: [{ name: one, due: { after: P1M }, event: one }], on: { one: { to: c }, go: { $T, by: [INT], to: z } } }
            c: { $T, on: { always: { to: d } } }
            d: { $T, on: { always: { to: c } } }
            z: { $T, final: true }
            """)
    }

    @Test("A misspelt role hides no endless loop behind it")
    func role() {
        #expect(Small.findings(Self.loop(by: "INT")) == ["13 endless_loop: start, x by INT, timer one"])
        let found = Small.findings(Self.loop(by: "INTT"))
        #expect(found == ["12 unknown_role", "13 endless_loop: start, x by somebody, timer one"])
    }

    @Test(
        "A misspelt condition or period hides none either",
        arguments: [
            "by: [INT], if: { that: agreement.endd == '1', else: no }, to: b } } }",
            "by: [INT], if: { that: measures.flagged, else: no }, to: b } }, timers: [{ name: q, due: { after: 30 days }, event: x }] }",
        ])
    func behind(_ slip: String) {
        let text = Self.loop(by: "INT").replacing("by: [INT], to: b } } }", with: slip)
            .replacing("processes:", with: "refusals: { no: { fr: Non., en: No. } }\nprocesses:")
        let found = Small.findings(text).filter { $0.contains("endless_loop") }
        #expect(found == ["14 endless_loop: start, x by INT, timer one"])
    }

    @Test("A notice or a refusal that lacks a text is not unknown as well")
    func texts() {
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [DG], if: { that: measures.flagged, else: no }, notify: [N1], to: z } } }
            z: { $T, final: true }
            """,
            head:
                "refusals: { no: { fr: Non. } }\nnotices: { N1: { to: [INT], subject: { fr: A, en: A }, body: { fr: A } } }"
        )
        #expect(Small.findings(text).map { $0.split(separator: " ")[1] } == ["missing_text", "missing_text"])
    }

    @Test("The way to a finding can be gone: by the acts that open the guards on it")
    func way() {
        let text = Small.life(
            """
            a: { $T, do: { set: { k: "0" } }, on: { y: { $T, by: [DG], do: [{ set: { k: "1" } }, renew] }, x: { $T, by: [INT], if: { that: vars.k == 1, else: no }, to: b }, go: { $T, by: [INT], to: z } } }
            b: { $T, on: { w: { $T, by: [INT], if: { that: 10 / agreement.renewals > 1, else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        #expect(Small.findings(text) == ["13 division_by_zero: start, y by DG, x by INT, w by INT"])
    }
}

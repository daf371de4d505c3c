import Agreements
import Definitions
import Testing

@Suite("Declarations that nothing uses")
struct UnusedDeclarationsTests {
    private static func unused(_ head: String, condition: String = "measures.flagged", include: String = "")
        -> [String]
    {
        let text = Small.life(
            """
            a: { $T, on: { x: { $T, by: [INT], input: { note: text, kind: [good, bad] }, if: { that: "\(condition)", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }\n" + head)
        let sources = WorkflowSources(name: "f.yaml", text: text, included: ["shared.yaml": include])
        return WorkflowLoader().prove(sources).findings.filter { $0.code == .unused }.map(\.message.en)
    }

    private static let labels =
        "inputs: { note: { label: { fr: A, en: A } }, kind: { label: { fr: A, en: A } }LABEL }\nchoices: { good: { fr: A, en: A }, bad: { fr: A, en: A }CHOICE }"

    @Test(
        "Each is told that the file itself declares",
        arguments: [
            ("parameters: { length: P1Y }", "the parameter length is not used"),
            ("rules: { silence: [{ value: P3M }] }", "the rule silence is not used"),
            ("fragments: { rest: { on: {} } }", "the fragment rest is not used"),
            (
                labels.replacing("LABEL", with: ", other: { label: { fr: A, en: A } }").replacing(
                    "CHOICE", with: ""), "the label other is not used"
            ),
            (
                labels.replacing("CHOICE", with: ", worse: { fr: A, en: A }").replacing("LABEL", with: ""),
                "the choice worse is not used"
            ),
        ])
    func told(head: String, message: String) {
        #expect(Self.unused(head) == [message])
    }

    @Test(
        "What is read, what the engine reads and what a shared file declares is not",
        arguments: [
            ("parameters: { length: P1Y }", "param.length == 'P1Y'"),
            ("parameters: { length: P1Y }", "has(param.length)"),
            ("parameters: { recorders: [INT] }", "measures.flagged"),
            ("rules: { silence: [{ value: P3M }] }", "rule.silence == 'P3M'"),
            ("include: [shared.yaml]", "measures.flagged"),
        ])
    func silent(head: String, condition: String) {
        let shared = "rules: { silence: [{ value: P3M }] }\nfragments: { rest: { on: {} } }\n"
        #expect(Self.unused(head, condition: condition, include: shared) == [])
    }

    @Test("Beside a misspelt name it may be the one that was meant")
    func beside() {
        #expect(Self.unused("parameters: { length: P1Y }", condition: "param.lenght == 'P1Y'") == [])
    }
}

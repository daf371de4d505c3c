import Agreements
import Definitions
import Testing

@Suite("Variables that are given values of several types")
struct MixedTypesTests {
    private static func findings(_ second: String, _ condition: String) -> [Finding] {
        let text = Small.life(
            """
            a: { $T, do: { set: { n: "0" } }, on: { pick: { $T, by: [INT], do: { set: { n: "\(second)" } }, to: c }, go: { $T, by: [INT], to: c } } }
            c: { $T, on: { x: { $T, by: [INT], if: { that: "\(condition)", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        return Small.prove(text).findings
    }

    @Test(
        "What reads them as one type is a slip of types, and no branch that never holds",
        arguments: ["vars.n == 2", "vars.n > 2", "vars.n == 'two'"])
    func mixed(condition: String) {
        let findings = Self.findings("'two'", condition)
        #expect(findings.map(\.code) == [.expression], "\(findings)")
        #expect(findings.allSatisfy { $0.message.en.hasSuffix("vars.n is set to int and to string") })
    }

    @Test(
        "Values of one type are right, and what only asks whether one is there",
        arguments: [("2", "vars.n == 2"), ("'two'", "has(vars.n)")])
    func same(second: String, condition: String) {
        #expect(!Self.findings(second, condition).map(\.code).contains(.expression))
    }
}

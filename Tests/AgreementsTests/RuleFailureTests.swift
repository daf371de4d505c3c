import Expressions
import Testing

@testable import Agreements

@Suite("A rule that could not be evaluated")
struct RuleFailureTests {
    @Test("It says why in one sentence", arguments: ["The variable `call` has no value.", "no day"])
    func sentence(cause: String) throws {
        let program = try Environment(variables: ["call": .dyn]).compile("call.year > 2000")
        let refusal = Refusal.formulaFailed(Formula(program, place: "f.yaml:1:1"), because: cause, reads: [])
        for text in [refusal.text.fr, refusal.text.en] {
            #expect(text.hasSuffix(".") && !text.hasSuffix(".."), "\(text)")
        }
    }
}

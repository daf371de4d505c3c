import Agreements
import Definitions
import Testing

@Suite("Advice")
struct AdviceTests {
    @Test("Every kind of finding says what to do, in both languages", arguments: Finding.Code.allCases)
    func advice(_ code: Finding.Code) {
        #expect(code.advice.en.hasSuffix(".") && code.advice.fr.hasSuffix("."))
        #expect(code.advice.en != "See Workflows/README.md.")
        #expect(code.advice.fr != code.advice.en && !code.advice.fr.contains("'"))
    }
}

import Definitions
import Testing

@Suite("Advice")
struct AdviceTests {
    @Test("Every kind of finding says what to do", arguments: Finding.Code.allCases)
    func advice(_ code: Finding.Code) {
        #expect(code.advice.hasSuffix("."))
        #expect(code.advice != "See Workflows/README.md.")
    }
}

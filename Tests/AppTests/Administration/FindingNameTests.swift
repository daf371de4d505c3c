import Agreements
import Definitions
import Testing

@testable import Web

@Suite("What findings are called")
struct FindingNameTests {
    @Test("Every kind has a name in both languages", arguments: Finding.Code.allCases)
    func names(code: Finding.Code) {
        #expect(GatePage.kind(code.rawValue).en != code.rawValue, "\(code.rawValue) has no name on pages.")
    }
}

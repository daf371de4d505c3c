import Definitions
import TestSupport
import Testing

@Suite("Sound definitions", .besideThePool)
struct SoundDefinitionsTests {
    @Test("There are at least fifty of them")
    func count() {
        #expect(SoundDefinitions.small.count >= 50)
    }

    @Test(
        "None raises an alarm",
        arguments: LongSuite.some(SoundDefinitions.small + SoundDefinitions.shipped, oneIn: 3))
    func sound(_ name: String) throws {
        let findings = SoundDefinitions.findings(try SoundDefinitions.sources(name))
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }
}

import Agreements
import Definitions
import Testing

@Suite("What is told to the agreements that cite this one")
struct TellingTests {
    private static func telling(_ event: String) -> String {
        Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], do: [{ tell: { event: \(event), to: citing } }], to: b }, framework.ended: {} } }
            b: { $T, on: { x: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """)
    }

    @Test("One that nothing here hears is a warning with the way there, and the name that was meant")
    func unheard() throws {
        let proof = Small.prove(Self.telling("framework.eneded"))
        #expect(proof.findings.isEmpty)
        let warning = try #require(proof.warnings.first)
        #expect(proof.warnings.count == 1)
        #expect(warning.code == .unheardTelling)
        #expect(warning.path == ["start", "go by INT"])
        #expect(warning.suggestion?.en == "framework.ended")
    }

    @Test("One that an agreement of this kind hears is none")
    func heard() { #expect(Small.prove(Self.telling("framework.ended")).warnings.isEmpty) }
}

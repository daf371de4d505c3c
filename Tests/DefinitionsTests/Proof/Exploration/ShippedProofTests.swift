import Agreements
import Definitions
import Foundation
import Testing

@Suite("The proof gate on the definitions of this repository")
struct ShippedProofTests {
    @Test(
        "Each passes, and each of its properties is proved", arguments: Checkout.files(in: Checkout.workflows)
    )
    func passes(_ url: URL) throws {
        let folder = url.deletingLastPathComponent()
        let sources = WorkflowSources(name: url.lastPathComponent, bytes: try Checkout.bytes(url)) { path in
            try? Checkout.bytes(folder.appendingPathComponent(path))
        }
        let proof = WorkflowLoader().prove(sources)
        #expect(proof.findings.map(\.description) == [])
        #expect(proof.warnings.map(\.description) == [])
        #expect(proof.properties.count >= 3)
        for property in proof.properties { #expect(property.answer == .proved, "\(property.rule.title.en)") }
    }
}

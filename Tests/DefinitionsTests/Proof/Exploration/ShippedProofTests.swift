import Agreements
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("The proof gate on the definitions of this repository", .besideThePool)
struct ShippedProofTests {
    private static func proof(of url: URL) throws -> Proof {
        let folder = url.deletingLastPathComponent()
        let sources = WorkflowSources(name: url.lastPathComponent, bytes: try Checkout.bytes(url)) { path in
            try? Checkout.bytes(folder.appendingPathComponent(path))
        }
        return WorkflowLoader().prove(sources)
    }

    @Test(
        "Each passes, and each of its properties is proved", arguments: Checkout.files(in: Checkout.workflows)
    )
    func passes(_ url: URL) async throws {
        // On a thread of its own: it takes seconds, and other tests wait with time limits for the shared ones.
        let proof = try await withCheckedThrowingContinuation { proved in
            Thread.detachNewThread { proved.resume(with: Result { try Self.proof(of: url) }) }
        }
        #expect(proof.findings.map(\.description) == [])
        #expect(proof.warnings.map(\.description) == [])
        #expect(proof.properties.count >= 3)
        for property in proof.properties { #expect(property.answer == .proved, "\(property.rule.title.en)") }
    }

    @Test("Without what follows a refusal to sign, the gate says which state is stuck")
    func refusalUnheard() throws {
        let handler = "      circuit.refused: { to: drafting }\n"
        let folder = Checkout.workflows
        let bytes = try Checkout.bytes(folder.appendingPathComponent("lia.yaml"))
        let sources = WorkflowSources(name: "lia.yaml", bytes: bytes) { path in
            guard let bytes = try? Checkout.bytes(folder.appendingPathComponent(path)) else { return nil }
            guard path == "common/life.yaml" else { return bytes }
            return Array(String(decoding: bytes, as: UTF8.self).replacing(handler, with: "").utf8)
        }
        let found = WorkflowLoader().prove(sources).findings.filter { $0.code == .unhandledOutcome }
        #expect(found.count == 1 && found.first?.path.last == "circuit: refused", "\(found)")
    }
}

import Agreements
import Crypto
package import Engine
import Storage
package import Web

extension WebDesk {
    /// Keeps a paper signed by hand and signs by it; the same request id does it once.
    ///
    /// Nothing is kept of a paper whose signature is refused, as far as the file stands then.
    package func sign(_ paper: SignedPaper, of file: String, _ visitor: Visitor) async throws {
        try await answering {
            let (agreement, fields) = try await place(of: paper.act.act, in: file, visitor)
            var order = paper.act
            let trial = try command(order, fields, level: Self.paperLevel, on: agreement, visitor)
            if let refusal = try await refusal(of: trial.body, on: agreement, visitor, as: trial.actor) {
                throw refusal
            }
            let scan = try await keep(paper, on: agreement, visitor)
            if fields.contains(where: { $0.name == Self.scanField }) {
                order.values[Self.scanField] = scan?.description
            }
            // The paper itself was the file's last change; the hash of the text binds the signature.
            order.revision = nil
            var signing = try command(order, fields, level: Self.paperLevel, on: agreement, visitor)
            signing.step = try await step(visitor)
            _ = try await installation.engine.submit(signing)
        }
    }

    private func keep(
        _ paper: SignedPaper, on agreement: Agreement, _ visitor: Visitor
    ) async throws -> Document.ID? {
        let scan = NewDocument(kind: "scan", fileName: paper.fileName, bytes: paper.bytes)
        var command = Command(
            requestID: "\(paper.act.requestID)/scan", agreement: agreement.id,
            actor: .person(visitor.person), channel: .page, expectedRevision: paper.act.revision,
            body: .addDocument(scan))
        command.step = try await step(visitor)
        _ = try await installation.engine.submit(command)
        let hash = SHA256.hexadecimal(paper.bytes)
        return try await catalogue(visitor).agreement(agreement.id)?.documents.last { $0.sha256 == hash }?.id
    }

    static let paperLevel = "handwritten_scan"
}

extension [TransitionDefinition] {
    /// Whether a paper signed by hand can be handed in: one of them records a signature of that level.
    var takePaper: Bool {
        contains { transition in
            transition.actions.contains { if case .signature = $0 { true } else { false } }
                && transition.input.contains { field in
                    guard field.name == WebDesk.levelField, case .choice(let levels) = field.kind else {
                        return false
                    }
                    return levels.contains(WebDesk.paperLevel)
                }
        }
    }
}

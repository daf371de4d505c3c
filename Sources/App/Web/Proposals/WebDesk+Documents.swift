package import Agreements
import Crypto
package import Engine
import Storage
package import Web

extension WebDesk {
    /// What may be added to a file, and what is there; nil where there is no file that the visitor may see.
    package func documents(of file: String, _ visitor: Visitor) async throws -> DocumentShelf? {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else { return nil }
            let desk = desk(visitor)
            let sight = try await sight(of: agreement, visitor)
            let givers = try await givers(of: agreement, visitor)
            let names = try await desk.fileNames(of: agreement)
            let seen = agreement.documents.reversed().filter { sight.sees($0, givenBy: givers[$0.id]) }
            let refusals = try await refusalsOfDocuments(on: agreement, visitor)
            let kinds = try await desk.documentKinds(of: agreement).filter {
                ($0 == Document.textKind ? refusals.text : refusals.other) == nil
            }
            return DocumentShelf(
                file: agreement.reference ?? agreement.id.description, reference: agreement.reference,
                subject: try await desk.dossier(of: agreement)["acronym"]?.text,
                documents: seen.map {
                    Self.line($0, sight.name(of: $0, givenBy: givers[$0.id], called: names[$0.id]))
                },
                kinds: kinds.map { FormChoice($0, FieldTexts.documentKind($0)) }.sortedByFrench,
                owners: try await owners(of: agreement, desk),
                refusal: kinds.isEmpty ? refusals.other?.text : nil)
        }
    }

    private func refusalsOfDocuments(
        on agreement: Agreement, _ visitor: Visitor
    ) async throws -> (text: Refusal?, other: Refusal?) {
        let text = NewDocument(kind: Document.textKind, fileName: "x", bytes: [0x78])
        let other = NewDocument(kind: "note", fileName: "x", bytes: [0x78])
        return (
            try await refusal(of: .addDocument(text), on: agreement, visitor),
            try await refusal(of: .addDocument(other), on: agreement, visitor)
        )
    }

    /// The running processes that have a text of their own.
    private func owners(of agreement: Agreement, _ desk: CommandDesk) async throws -> [FormChoice] {
        let workflow = try await desk.workflow(of: agreement)
        return agreement.processes.values.filter { $0.path != "life" && $0.status == .active }
            .sorted { $0.path < $1.path }
            .compactMap { process in
                guard let definition = workflow.processes[process.definition], definition.ownsText else {
                    return nil
                }
                let name =
                    process.item.values.compactMap { $0["number"]?.number }.first.map { " \($0)" } ?? ""
                return FormChoice(
                    process.path,
                    LocalizedText(fr: definition.title.fr + name, en: definition.title.en + name))
            }
    }

    static func line(_ document: Document, _ fileName: String?) -> FileView.Document {
        FileView.Document(
            id: document.id.description, kind: FieldTexts.documentKind(document.kind),
            version: document.version, language: document.language, fileName: fileName, size: document.size,
            sha256: document.sha256, addedAt: document.addedAt, isKept: fileName != nil)
    }

    /// A document with its bytes; nil where the visitor may not see it, or it was eliminated.
    package func document(
        _ id: String, of file: String, _ visitor: Visitor
    ) async throws -> DocumentFile? {
        try await answering {
            guard let agreement = try await agreement(file, visitor), let id = Document.ID(id),
                let document = agreement.documents.first(where: { $0.id == id })
            else { return nil }
            let givers = try await givers(of: agreement, visitor)
            let sight = try await sight(of: agreement, visitor)
            guard sight.sees(document, givenBy: givers[id]),
                let content = try await catalogue(visitor).document(id)
            else { return nil }
            let earlier = agreement.documents.last {
                $0.kind == document.kind && $0.process == document.process && $0.version < document.version
            }
            return DocumentFile(
                document: Self.line(
                    document, sight.name(of: document, givenBy: givers[id], called: content.fileName)),
                kindCode: document.kind,
                bytes: content.bytes, sha256: SHA256.hexadecimal(content.bytes),
                earlier: earlier?.id.description)
        }
    }

    /// Adds a document and answers its id; the same request id does it once.
    package func add(
        _ order: DocumentRequest, to file: String, _ visitor: Visitor
    ) async throws -> String {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else {
                throw Refusal.noSuchFile
            }
            var document = NewDocument(
                kind: order.kind, language: order.language, fileName: order.fileName, bytes: order.bytes)
            document.process = order.process
            try await desk(visitor).check(document, of: agreement)
            var command = Command(
                requestID: order.requestID, agreement: agreement.id, actor: .person(visitor.person),
                channel: .page, body: .addDocument(document))
            command.step = try await step(visitor)
            _ = try await installation.engine.submit(command)
            let added = try await catalogue(visitor).agreement(agreement.id)?.documents.last {
                $0.kind == order.kind && $0.process == order.process && $0.size == order.bytes.count
            }
            return added?.id.description ?? ""
        }
    }
}

extension FileSight {
    /// What a document is called to the person: nothing of its own where that could name a reviewer.
    func name(of document: Document, givenBy giver: Authority?, called name: String?) -> String? {
        guard let name, !sees(nameOf: document, givenBy: giver) else { return name }
        let ending = name.split(separator: ".").count > 1 ? name.split(separator: ".").last : nil
        return "\(document.kind)-\(document.version)" + (ending.map { ".\($0)" } ?? "")
    }
}

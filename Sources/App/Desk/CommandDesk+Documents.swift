package import Agreements
package import Engine
import Foundation
import Storage

extension CommandDesk {
    /// Adds a document to an agreement; its kind and its language must be known ones.
    package func add(
        _ document: NewDocument, to name: String, as actor: String?, requestID: String?
    ) async throws -> (answer: Answer, document: Document?) {
        let agreement = try await agreement(name)
        try await check(document, of: agreement)
        let answer = try await submit(
            .addDocument(document), on: agreement.id, by: try await sender(as: actor, for: nil), requestID)
        let added = try await catalogue.agreement(agreement.id)?.documents.last { $0.kind == document.kind }
        return (answer, added)
    }

    /// A definition may ask for kinds of its own; those that the file has already may have new versions.
    func check(_ document: NewDocument, of agreement: Agreement) async throws {
        let kinds = try await documentKinds(of: agreement)
        guard kinds.contains(document.kind) else {
            throw Refusal.unknownDocumentKind(document.kind, known: kinds.sorted())
        }
        if let language = document.language, !language.isLanguageCode {
            throw Refusal.unknownLanguage(language)
        }
    }

    /// The kinds that a file may be given.
    func documentKinds(of agreement: Agreement) async throws -> Set<String> {
        let own = try await workflow(of: agreement).documentKinds + agreement.documents.map(\.kind)
        return Document.officeKinds.union(own)
    }
}

extension String {
    /// Whether it is a code of ISO 639-1.
    fileprivate var isLanguageCode: Bool {
        utf8.count == 2 && Locale.LanguageCode.isoLanguageCodes.contains { $0.identifier == self }
    }
}

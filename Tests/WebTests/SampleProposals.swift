import Agreements
import Engine
import Web

/// A desk where nobody may propose anything and no file has a dossier or documents.
struct SampleProposals: ProposalDesk {
    func instruments(_ visitor: Visitor) async throws -> [ProposalInstrument] { [] }
    func drafts(_ visitor: Visitor) async throws -> [ProposalDraft] { [] }
    func begin(_ workflow: String, _ visitor: Visitor) async throws -> String { throw Problem.missing }
    func proposal(_ draft: String, _ visitor: Visitor) async throws -> ProposalForm? { nil }
    func save(_ values: FormValues, of names: [String], in draft: String, _ visitor: Visitor) async throws
        -> [String: LocalizedText]
    { [:] }
    func discard(_ draft: String, _ visitor: Visitor) async throws {}
    func organisations(_ text: String?, keeping kept: [String], _ visitor: Visitor) async throws
        -> [ProposalParty]
    { [] }
    func propose(_ draft: String, _ visitor: Visitor) async throws -> String? { nil }
    func dossier(of file: String, _ visitor: Visitor) async throws -> DossierForm? { nil }
    func edit(_ order: DossierRequest, of file: String, _ visitor: Visitor) async throws {}
    func documents(of file: String, _ visitor: Visitor) async throws -> DocumentShelf? { nil }
    func document(_ id: String, of file: String, _ visitor: Visitor) async throws -> DocumentFile? { nil }
    func add(_ document: DocumentRequest, to file: String, _ visitor: Visitor) async throws -> String { "" }

    private enum Problem: Error { case missing }
}

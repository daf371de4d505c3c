package import Agreements
package import Engine

/// What pages about new proposals, dossiers and documents ask; every answer holds only what the visitor may see.
///
/// Each call throws a ``Refusal`` where a rule says no, ``FormProblem`` where a value cannot be read, ``WebUnavailable``
/// while the database cannot be reached.
package protocol ProposalDesk: Sendable {
    // MARK: New proposals

    /// The instruments that the visitor's roles let them propose.
    func instruments(_ visitor: Visitor) async throws -> [ProposalInstrument]
    /// The proposals that the visitor began and did not send, the last saved first.
    func drafts(_ visitor: Visitor) async throws -> [ProposalDraft]
    /// What people call the file that a proposal may take things over from; nil where the visitor may not see it.
    func name(ofFile file: String, _ visitor: Visitor) async throws -> LocalizedText?
    /// Begins a proposal, with what `file` holds where one is named: the id of its draft.
    func begin(_ workflow: String, from file: String?, _ visitor: Visitor) async throws -> String
    /// A proposal that was begun, with the form that its definition asks for; nil where there is none.
    func proposal(_ draft: String, _ visitor: Visitor) async throws -> ProposalForm?
    /// Keeps what was typed in some of the fields of `names`, whatever it is; answers what is wrong with those of
    /// `names`, by field. The other fields stay as they are.
    ///
    /// - Parameter seen: what the draft held when it was read; nil stands for whatever it holds.
    /// - Throws: a ``Refusal`` `stale_revision` where one of the fields of `values` holds something else by now, and
    ///   `no_such_draft` where there is none.
    func save(
        _ values: FormValues, over seen: FormValues?, of names: [String], in draft: String, _ visitor: Visitor
    ) async throws -> [String: LocalizedText]
    /// What became of a draft that is there no more; nil where the visitor may not begin another one of its instrument,
    /// or the name is none that a draft has.
    func lost(_ draft: String, _ visitor: Visitor) async throws -> LostDraft?
    /// Forgets a draft.
    func discard(_ draft: String, _ visitor: Visitor) async throws
    /// The organisations that a text finds by name, id or country; those of `kept` come first in any case.
    func organisations(_ text: String?, keeping kept: [String], _ visitor: Visitor) async throws
        -> [ProposalParty]
    /// Opens the file of a draft: its name in addresses; nil where there is no draft and no file of it.
    ///
    /// The same draft opens one file, however often it is asked.
    func propose(_ draft: String, _ visitor: Visitor) async throws -> String?

    // MARK: The dossier

    /// The dossier of a file; nil where there is none that the visitor may see.
    func dossier(of file: String, _ visitor: Visitor) async throws -> DossierForm?
    /// Changes the fields that `order` names; those that say what is there already are left alone.
    func edit(_ order: DossierRequest, of file: String, _ visitor: Visitor) async throws

    // MARK: Documents

    /// What may be added to a file, and what is there; nil where there is no file that the visitor may see.
    func documents(of file: String, _ visitor: Visitor) async throws -> DocumentShelf?
    /// The newest text of a file with the last one that the directorate had before it and approved, else the one
    /// before; nil where there are not two that the visitor may read.
    func change(of file: String, _ visitor: Visitor) async throws -> TextChange?
    /// A document with its bytes; nil where the visitor may not see it, or it was eliminated.
    func document(_ id: String, of file: String, _ visitor: Visitor) async throws -> DocumentFile?
    /// Adds a document and answers its id; the same request id does it once.
    func add(_ document: DocumentRequest, to file: String, _ visitor: Visitor) async throws -> String
}

import Agreements
import Engine
import FoundationEssentials
import TestSupport
import Web

/// Proposals of one instrument with a small dossier, kept in memory; a file with the documents that a test gave it.
struct SampleProposals: ProposalDesk {
    let store = InMemoryDrafts()
    var dossier: DossierForm?
    var onDossier: (@Sendable () -> DossierForm)?
    var documents: DocumentShelf?
    var files: [String: DocumentFile] = [:]
    var onPropose: @Sendable (FormValues) throws -> Void = { _ in }
    /// Runs between what a page read and what it saves.
    var onSave: @Sendable () -> Void = {}
    var onEdit: @Sendable (DossierRequest) throws -> Void = { _ in }
    var onAdd: @Sendable (DocumentRequest) throws -> Void = { _ in }

    static let instrument = LocalizedText(fr: "Laboratoire <associé>", en: "Associated <laboratory>")

    static let who = [
        FormField(
            name: "who.unit", label: .init(fr: "Unité", en: "Unit"), kind: .line, isRequired: true),
        FormField(
            name: "who.start", label: .init(fr: "Début prévu", en: "Planned start"), kind: .day,
            isRequired: false),
    ]

    static let sections = [
        [
            FormField(
                name: "dossier.acronym", label: .init(fr: "Acronyme", en: "Acronym"),
                help: .init(fr: "Au plus 20 caractères.", en: "At most 20 characters."), kind: .line,
                isRequired: true),
            FormField(
                name: "dossier.summary", label: .init(fr: "Résumé", en: "Summary"), kind: .text,
                isRequired: true),
        ],
        [
            FormField(
                name: "dossier.budget", label: .init(fr: "Budget", en: "Budget"), kind: .number,
                isRequired: true)
        ],
    ]

    var change: TextChange?

    func change(of file: String, _ visitor: Visitor) async throws -> TextChange? { change }
    func instruments(_ visitor: Visitor) async throws -> [ProposalInstrument] {
        guard visitor.roles.contains("PI_FR") else { return [] }
        let open = ProposalCall(
            year: 2016, opensAt: .epoch, closesAt: Instant(millisecondsSinceEpoch: 1_466_002_800_000),
            isOpen: true)
        return [
            ProposalInstrument(workflow: "lia", title: Self.instrument, calls: [open]),
            ProposalInstrument(workflow: "umi", title: .init(fr: "Unité mixte", en: "Joint unit"), calls: []),
        ]
    }

    func name(ofFile file: String, _ visitor: Visitor) async throws -> LocalizedText? {
        file == "LIA-1" ? LocalizedText(fr: "NEUROKO (brouillon)", en: "NEUROKO (draft)") : nil
    }

    func drafts(_ visitor: Visitor) async throws -> [ProposalDraft] {
        try await store.forms("", of: visitor.person).map {
            ProposalDraft(
                id: $0.name, instrument: Self.instrument, subject: $0.values["dossier.acronym"]?.first,
                savedAt: $0.savedAt)
        }
    }

    func begin(_ workflow: String, from file: String?, _ visitor: Visitor) async throws -> String {
        guard workflow == "lia" else {
            throw Refusal(code: "not_authorized", text: .init(fr: "Pas pour vous.", en: "Not for you."))
        }
        _ = try await store.save(["parties": ["inserm"]], as: "lia.1", of: visitor.person)
        return "lia.1"
    }

    func proposal(_ draft: String, _ visitor: Visitor) async throws -> ProposalForm? {
        guard let saved = try await store.form(draft, of: visitor.person) else { return nil }
        return ProposalForm(
            id: draft, instrument: Self.instrument, who: Self.who, sections: Self.sections,
            values: saved.values, savedAt: saved.savedAt, problems: problems(saved.values),
            said: saved.values.compactMapValues { values in
                values.first.flatMap { $0.isEmpty ? nil : LocalizedText(fr: $0, en: $0) }
            })
    }

    private func problems(_ values: FormValues) -> [String: LocalizedText] {
        var problems: [String: LocalizedText] = [:]
        if let text = values["dossier.budget"]?.first, !text.isEmpty, Int(text) == nil {
            problems["dossier.budget"] = .init(fr: "un nombre entier", en: "a whole number")
        }
        if values["parties"]?.count ?? 0 < 2 {
            problems["parties"] = .init(fr: "au moins deux parties", en: "at least two parties")
        }
        return problems
    }

    func save(
        _ values: FormValues, over seen: FormValues?, of names: [String], in draft: String, _ visitor: Visitor
    ) async throws -> [String: LocalizedText] {
        onSave()
        guard let saved = try await store.form(draft, of: visitor.person)?.values else {
            throw Refusal(code: "no_such_draft", text: .init(fr: "Plus là.", en: "Gone."))
        }
        guard values.keys.allSatisfy({ saved[$0] ?? [] == (seen ?? saved)[$0] ?? [] }) else {
            throw Refusal(code: "stale_revision", text: .init(fr: "Changé.", en: "Changed."))
        }
        let merged = saved.merging(values) { $1 }
        _ = try await store.save(merged, as: draft, of: visitor.person)
        return problems(merged).filter { names.contains($0.key) }
    }

    /// What a draft that is lost became.
    var file: String?

    func lost(_ draft: String, _ visitor: Visitor) async throws -> LostDraft? {
        draft.hasPrefix("lia.") ? LostDraft(workflow: "lia", file: file) : nil
    }

    func discard(_ draft: String, _ visitor: Visitor) async throws {
        try await store.discard(draft, of: visitor.person)
    }

    func organisations(
        _ text: String?, keeping kept: [String], _ visitor: Visitor
    ) async throws -> [ProposalParty] {
        let all = [("inserm", "Inserm", "France"), ("snu", "Seoul National University", "Korea")]
        return all.filter { kept.contains($0.0) || text.map($0.1.contains) ?? true }.map {
            ProposalParty(id: $0.0, name: $0.1, country: .init(fr: $0.2, en: $0.2))
        }
    }

    func propose(_ draft: String, _ visitor: Visitor) async throws -> String? {
        guard let saved = try await store.form(draft, of: visitor.person) else { return nil }
        let problems = problems(saved.values)
        guard problems.isEmpty else { throw FormProblem(problems) }
        try onPropose(saved.values)
        try await store.discard(draft, of: visitor.person)
        return "NEW-1"
    }

    func dossier(of file: String, _ visitor: Visitor) async throws -> DossierForm? {
        if let onDossier { return onDossier() }
        return dossier?.file == file ? dossier : nil
    }

    func edit(_ order: DossierRequest, of file: String, _ visitor: Visitor) async throws { try onEdit(order) }

    func documents(of file: String, _ visitor: Visitor) async throws -> DocumentShelf? {
        documents?.file == file ? documents : nil
    }

    func document(_ id: String, of file: String, _ visitor: Visitor) async throws -> DocumentFile? {
        documents?.file == file ? files[id] : nil
    }

    func add(_ document: DocumentRequest, to file: String, _ visitor: Visitor) async throws -> String {
        try onAdd(document)
        return "d1"
    }
}

extension DocumentFile {
    /// A version of a text of the agreement.
    static func sample(
        _ id: String, version: Int = 1, name: String = "texte.txt", bytes: [UInt8], earlier: String? = nil
    ) -> DocumentFile {
        DocumentFile(
            document: FileView.Document(
                id: id, kind: .init(fr: "Texte", en: "Text"), version: version, language: "fr",
                fileName: name,
                size: bytes.count, sha256: nil, addedAt: .epoch, isKept: true),
            kindCode: "text", bytes: bytes, sha256: String(repeating: "ab", count: 32), earlier: earlier)
    }
}

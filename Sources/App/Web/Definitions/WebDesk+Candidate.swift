import Agreements
import Definitions
package import Engine
import Foundation
import Storage
package import Web

extension WebDesk {
    /// The definition that the visitor brought, as the gate and the running files see it; nil where there is none.
    package func candidate(_ visitor: Visitor) async throws -> CandidateView? {
        try await answering {
            guard let brought = try await brought(by: visitor) else { return nil }
            let proof = try await WorkflowPublisher.proof(of: brought.files, zone: zone)
            var view = CandidateView(
                files: brought.names, brought: brought.at, gate: GateView(proof),
                definition: proof.workflow.map { DefinitionView($0, proof) })
            guard let workflow = proof.workflow else { return view }
            view.standing = try await standing(of: workflow, visitor)
            if proof.isSound { view.impact = try await impact(of: workflow, visitor) }
            return view
        }
    }

    /// A process of it as SVG; nil where there is none.
    package func candidatePicture(_ picture: PictureRequest, _ visitor: Visitor) async throws -> String? {
        try await answering {
            guard let brought = try await brought(by: visitor) else { return nil }
            let workflow = try await WorkflowPublisher.proof(of: brought.files, zone: zone).workflow
            guard let workflow, workflow.processes[picture.process] != nil else { return nil }
            return try await draw(picture, of: workflow, marks: [:])
        }
    }

    /// Keeps a definition in place of the one that the visitor brought before; nothing is published.
    package func bring(_ files: [UploadedFile], _ visitor: Visitor) async throws {
        try await answering {
            var texts: [String] = []
            for (index, file) in files.enumerated() { texts.append(try Self.text(file, isMain: index == 0)) }
            guard !texts.isEmpty, texts.count <= Self.filesMax else {
                throw FormProblem(["parts": Self.tooMany])
            }
            let values = ["names": files.map { String($0.name.prefix(200)) }, "texts": texts]
            guard try await drafts.save(values, as: Self.candidateForm, of: visitor.person) else {
                throw FormProblem(["file": Self.noRoom])
            }
        }
    }

    /// Publishes the candidate, and moves running files to it where asked.
    package func publishCandidate(_ sha256: String, migrating: Bool, _ visitor: Visitor) async throws {
        try await answering {
            let desk = desk(visitor)
            guard try await desk.isOfOffice(visitor.person) else { throw Refusal.notOfOffice }
            guard let brought = try await brought(by: visitor),
                (try? WorkflowPublisher.load(brought.files, zone: zone).workflow.sha256) == sha256
            else { throw Refusal.candidateChanged }
            do {
                let workflow = try await desk.publish(brought.files).workflow
                if migrating { _ = try await desk.migrate(to: workflow) }
            } catch is InvalidDefinition { throw Refusal.unsoundCandidate }
        }
    }

    // MARK: What was brought

    private static let candidateForm = "definition"
    /// What one definition may include, and itself.
    private static let filesMax = 17
    private static let bytesMax = 512 * 1_024

    private func brought(by visitor: Visitor) async throws -> (
        names: [String], at: Instant, files: DefinitionFiles
    )? {
        guard let form = try await drafts.form(Self.candidateForm, of: visitor.person),
            let (names, texts) = form.namesAndTexts, let name = names.first, let main = texts.first
        else { return nil }
        let parts = Dictionary(zip(names.dropFirst(), texts.dropFirst()), uniquingKeysWith: { $1 })
        let served = DefinitionFiles.finder(in: URL(filePath: installation.settings.workflowsFolder))
        let files = DefinitionFiles(name: name, main: Array(main.utf8)) { path in
            let last = path.split(separator: "/").last.map(String.init) ?? path
            return parts[last].map { Array($0.utf8) } ?? served(path)
        }
        return (names, form.savedAt, files)
    }

    private static func text(_ file: UploadedFile, isMain: Bool) throws(FormProblem) -> String {
        guard file.bytes.count <= bytesMax, !file.bytes.contains(0),
            let text = String(validating: file.bytes, as: UTF8.self), !text.isEmpty
        else { throw FormProblem([(isMain ? "file" : "parts"): unreadable]) }
        return text
    }

    private static let unreadable = LocalizedText(
        fr: "un fichier de texte (UTF-8) de 512 ko au plus", en: "a text file (UTF-8) of at most 512 kB")
    private static let tooMany = LocalizedText(fr: "16 fichiers au plus", en: "at most 16 files")
    private static let noRoom = LocalizedText(
        fr: "vous gardez trop de brouillons : supprimez-en un", en: "you keep too many drafts: discard one")

    // MARK: What it would do

    private func standing(of workflow: Workflow, _ visitor: Visitor) async throws -> CandidateView.Standing {
        let known = try await catalogue(visitor).workflowSources(workflow.id, version: workflow.version)
        guard let known else { return .new }
        return known.workflow.sha256 == workflow.sha256 ? .published : .taken
    }

    private func impact(of workflow: Workflow, _ visitor: Visitor) async throws -> ImpactView {
        let desk = desk(visitor)
        let (files, waiting) = try await desk.impacts(of: workflow, limit: ImpactView.studiedMax)
        let words = ImpactWords(target: workflow, names: try await desk.names(), times: desk.times)
        var views: [ImpactView.File] = []
        for file in files {
            let name = try await name(of: file.impact.agreement, called: file.reference, visitor)
            views.append(words.view(file, called: name))
        }
        return ImpactView(waiting: waiting, files: views)
    }
}

extension SavedForm {
    fileprivate var namesAndTexts: (names: [String], texts: [String])? {
        guard let names = values["names"], let texts = values["texts"], names.count == texts.count else {
            return nil
        }
        return (names, texts)
    }
}

extension Refusal {
    fileprivate static let notOfOffice = Refusal.desk(
        "not_authorized", fr: "Seul le bureau publie des définitions.",
        en: "Only the office publishes definitions.")
    fileprivate static let candidateChanged = Refusal.desk(
        "candidate_changed", fr: "La définition a changé depuis l’affichage : relisez ce qu’elle ferait.",
        en: "The definition changed since it was shown: read again what it would do.")
    fileprivate static let unsoundCandidate = Refusal.desk(
        "unsound_definition", fr: "L’épreuve a trouvé ce qui suit : rien n’est publié.",
        en: "The proof gate found what follows: nothing is published.")
}

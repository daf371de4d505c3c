import Agreements
import Engine
import Hummingbird
import Uploads

extension Exchange {
    /// The documents of a file, and a form for one more.
    func documentsPage() async throws -> Response {
        var added: String?
        if let id = query["added"] {
            added = try await ports.proposals.document(id, of: try capture("file"), try known())?.sha256
        }
        return try documentsPage(try await shelf(), ActAnswer(), added: added)
    }

    /// Adds a document whose bytes are what its name says.
    func addDocument() async throws -> Response {
        let shelf = try await shelf()
        var answer = ActAnswer(typed: form)
        do {
            let order = try await document(on: shelf)
            let id = try await ports.proposals.add(order, to: shelf.file, try known())
            let path = "/files/\(PercentCoding.encoded(shelf.file))/documents"
            return redirect(to: "\(path)?added=\(PercentCoding.encoded(id))")
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            answer.take(refusal, in: language, named: fields(of: shelf).map(\.name) + ["file"])
        }
        return try documentsPage(shelf, answer, status: .unprocessableContent)
    }

    /// A document, to be kept: never opened in the page's place.
    func download() async throws -> Response {
        let file = try await documentFile(try capture("document"))
        let name = DownloadName(file, of: try capture("file"))
        let body = ByteBuffer(bytes: file.bytes)
        return Response(
            status: .ok,
            headers: [
                .contentType: FileFormat.mediaType(of: file.bytes),
                .contentLength: "\(body.readableBytes)", .contentDisposition: name.header,
            ], body: ResponseBody(byteBuffer: body))
    }

    func documentFile(_ id: String) async throws -> DocumentFile {
        guard let file = try await ports.proposals.document(id, of: try capture("file"), try known()) else {
            throw Problem(.notFound)
        }
        return file
    }

    func shelf() async throws -> DocumentShelf {
        guard let shelf = try await ports.proposals.documents(of: try capture("file"), try known()) else {
            throw Problem(.notFound)
        }
        return shelf
    }

    // MARK: The form

    private func document(on shelf: DocumentShelf) async throws -> DocumentRequest {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        var problems: [String: LocalizedText] = [:]
        let kind = form["f.kind"] ?? ""
        if !shelf.kinds.contains(where: { $0.value == kind }) {
            problems["kind"] = Catalogue.text("shelf.kindMissing")
        }
        let language = form["f.language"]
        if let language, Tongues.names[language] == nil {
            problems["language"] = Catalogue.text("shelf.languageWrong")
        }
        let file = files.first { $0.field == "file" }
        if let file {
            if let problem = await problem(of: file) { problems["file"] = problem }
        } else {
            problems["file"] = Catalogue.text("shelf.fileMissing")
        }
        guard problems.isEmpty, let file else { throw FormProblem(problems) }
        let process = form["f.process"].flatMap { name in
            kind == Document.textKind ? shelf.owners.first { $0.value == name }?.value : nil
        }
        return DocumentRequest(
            kind: kind, process: process, language: language, fileName: file.name, bytes: file.bytes,
            requestID: "page/\(id)")
    }

    private func fields(of shelf: DocumentShelf) -> [FormField] {
        let tongues = Tongues.names.sorted {
            $0.value[language].plainLetters < $1.value[language].plainLetters
        }
        var fields = [
            FormField(
                name: "kind", label: Catalogue.text("shelf.kind"), kind: .choice(shelf.kinds),
                isRequired: true)
        ]
        if !shelf.owners.isEmpty, shelf.kinds.contains(where: { $0.value == Document.textKind }) {
            let life = FormChoice("life", Catalogue.text("shelf.life"))
            fields.append(
                FormField(
                    name: "process", label: Catalogue.text("shelf.owner"),
                    help: Catalogue.text("shelf.ownerHelp"), kind: .choice([life] + shelf.owners),
                    isRequired: false))
        }
        fields.append(
            FormField(
                name: "language", label: Catalogue.text("shelf.language"),
                kind: .choice(tongues.map { FormChoice($0.key, $0.value) }), isRequired: false))
        return fields
    }

    private func documentsPage(
        _ shelf: DocumentShelf, _ answer: ActAnswer, added: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let fields = FormView(fields(of: shelf), typed: answer.typed, problems: answer.problems, in: language)
        let path = "/files/\(PercentCoding.encoded(shelf.file))"
        var problems = fields.summary
        if let problem = answer.problems["file"] {
            problems.append(["id": "file", "label": text("shelf.file"), "problem": problem[language]])
        }
        var values: [String: Any] = [
            "file": path, "action": "\(path)/documents", "reference": shelf.reference ?? text("file.draft"),
            "fields": fields.values, "problems": problems,
            "hasProblems": !problems.isEmpty || answer.message != nil, "accept": FileFormat.accept,
            "request": answer.message == nil ? answer.typed?["request"] ?? visit.id : visit.id,
            "isOpen": !shelf.kinds.isEmpty, "documents": shelf.documents.map { line($0, on: shelf, path) },
            "hasDocuments": !shelf.documents.isEmpty,
        ]
        if let subject = shelf.subject { values["subject"] = subject }
        if let message = answer.message { values["message"] = message }
        if let problem = answer.problems["file"] { values["fileProblem"] = problem[language] }
        if let refusal = shelf.refusal { values["refusal"] = refusal[language] }
        if let added { values["added"] = added }
        return try page("shelf", values, title: text("shelf.title"), status: status)
    }

    private func line(
        _ document: FileView.Document, on shelf: DocumentShelf, _ path: String
    ) -> [String: Any] {
        var values: [String: Any] = [
            "kind": document.kind[language], "version": "\(document.version)",
            "size": times.size(document.size), "on": times.date(document.addedAt),
            "isKept": document.isKept, "link": "\(path)/documents/\(document.id)",
            "isCompared": hasCounterpart(of: document, on: shelf), "fileName": document.fileName ?? "",
        ]
        if let tongue = document.language { values["tongue"] = tongue.uppercased() }
        if let hash = document.sha256 { values["hash"] = ["short": String(hash.prefix(12)), "whole": hash] }
        return values
    }

    /// Whether a document can be compared with a version before it, as far as their names tell.
    private func hasCounterpart(of document: FileView.Document, on shelf: DocumentShelf) -> Bool {
        isComparable(document)
            && shelf.documents.contains {
                isComparable($0) && $0.kind == document.kind && $0.version < document.version
            }
    }
}

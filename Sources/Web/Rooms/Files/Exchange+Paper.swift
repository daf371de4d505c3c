import Agreements
import Engine
import Hummingbird
import Uploads

extension Exchange {
    /// The form that takes a paper signed by hand.
    func paperPage() async throws -> Response {
        let act = try await paperForm()
        return try paperPage(act, ActAnswer())
    }

    /// Keeps the paper and signs by it, or shows the form again.
    func signOnPaper() async throws -> Response {
        let visitor = try known()
        let act = try await paperForm()
        var answer = ActAnswer(typed: form)
        do {
            let paper = try await signedPaper(act)
            answer.message = try await proof(act, visitor)
            guard answer.message == nil else {
                return try paperPage(act, answer, status: .unprocessableContent)
            }
            try await ports.files.sign(paper, of: act.file, visitor)
            return redirect(to: "/files/\(PercentCoding.encoded(act.file))?done=1")
        } catch let problem as FormProblem {
            answer.problems = problem.fields
        } catch let refusal as Refusal {
            answer.take(refusal, of: act, in: language)
        }
        return try paperPage(act, answer, status: .unprocessableContent)
    }

    /// The form of a signature with what is asked of a paper in place of its fields.
    private func paperForm() async throws -> ActForm {
        var act = try await actForm()
        guard let fields = act.paper else { throw Problem(.notFound) }
        (act.fields, act.uploads) = (fields, [])
        return act
    }

    private static let formats: [FileFormat] = [.pdf, .png, .jpeg]

    private func signedPaper(_ act: ActForm) async throws -> SignedPaper {
        let request = try request(act)
        var problems: [String: LocalizedText] = [:]
        if request.values["dated"] == nil { problems["dated"] = Catalogue.text("paper.datedMissing") }
        let file = files.first { $0.field == "file" }
        if let file {
            if let problem = await problem(of: file, among: Self.formats) { problems["file"] = problem }
        } else {
            problems["file"] = Catalogue.text("shelf.fileMissing")
        }
        guard problems.isEmpty, let file else { throw FormProblem(problems) }
        return SignedPaper(act: request, fileName: file.name, bytes: file.bytes)
    }

    private func paperPage(
        _ act: ActForm, _ answer: ActAnswer, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var values = try values(of: act, answer)
        let extensions = Self.formats.flatMap(\.extensions).map { ".\($0)" }
        var paper: [String: Any] = ["accept": extensions.joined(separator: ",")]
        if let problem = answer.problems["file"] { paper["fileProblem"] = problem[language] }
        values["paper"] = paper
        // Whoever hands in a paper signed before; the act stands beside it.
        values["title"] = text("paper.title")
        values["about"] = [act.title, act.about].compactMap { $0?[language] }.joined(separator: " – ")
        values["paperLink"] = nil
        return try page(
            "act", values, title: "\(text("paper.title")) – \(act.title[language])", status: status)
    }
}

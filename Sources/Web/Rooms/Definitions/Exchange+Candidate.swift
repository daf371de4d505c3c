import Agreements
import Engine
import HTTPTypes
import Hummingbird

extension Exchange {
    /// The definition that the visitor brought: findings, picture, what it changes, and the button that publishes it.
    func candidatePage(_ refusal: LocalizedText? = nil) async throws -> Response {
        let view = try await ports.definitions.candidate(try known())
        var values: [String: Any] = ["hasCandidate": view != nil, "hasProblems": refusal != nil]
        if query["done"] != nil { values["done"] = true }
        if let refusal { values["message"] = refusal[language] }
        if let view {
            let (page, number) = (CandidatePage(view, language: language, times: times), try pageNumber())
            let count = view.impact?.files.count ?? 0
            if let last = beyondLast("/ops/candidate", count, ImpactView.pageSize, number) { return last }
            values.merge(page.values(page: number)) { $1 }
            if let definition = view.definition {
                let shown = DefinitionPage(definition, language: language, times: times)
                values.merge(
                    shown.values(
                        showing: try process(of: definition), pictures: "/ops/candidate/pictures",
                        here: "/ops/candidate")
                ) { own, _ in own }
            }
        }
        return try page(
            "candidate", values, title: text("candidate.title"),
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    /// Takes a definition in; its page tells what it is worth.
    func bringCandidate() async throws -> Response {
        let named = { (field: String) in files.filter { $0.field == field && !$0.name.isEmpty } }
        do {
            guard let main = named("file").first else {
                throw FormProblem(["file": Catalogue.text("definitions.fileMissing")])
            }
            if files.contains(where: \.isTooLarge) {
                throw FormProblem(["file": Catalogue.text("shelf.tooLarge")])
            }
            try await ports.definitions.bring([main] + named("parts"), try known())
            return redirect(to: "/ops/candidate")
        } catch let problem as FormProblem {
            return try await definitionsPage(problem.fields)
        }
    }

    func candidatePicture() async throws -> Response {
        try picture(try await ports.definitions.candidatePicture(try pictureRequest(), try known()))
    }

    /// Publishes what the page showed; sent twice it is published once.
    func publishCandidate() async throws -> Response {
        do {
            try await ports.definitions.publishCandidate(
                form["sha256"] ?? "", migrating: form["migrate"] != nil, try known())
            return redirect(to: "/ops/candidate?done=1")
        } catch let refusal as Refusal {
            return try await candidatePage(refusal.text)
        }
    }
}

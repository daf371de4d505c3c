import Agreements
import Engine
import HTTPTypes
import Hummingbird

extension Exchange {
    /// The published definitions, and a form that brings another.
    func definitionsPage(_ problems: [String: LocalizedText] = [:]) async throws -> Response {
        let known = try await ports.definitions.definitions(try known())
        let list = ListPage(
            list: .waits, table: known.table, filters: [], query: Fields(), number: 1, language: language,
            times: times)
        var values = list.values
        values["hasPages"] = false
        values["awaited"] = told("definitions.awaited", known.awaited)
        values["refused"] = told("definitions.refused", known.refused)
        values["mayPublish"] = Access.office.admits(visitor)
        values.merge(shown(problems)) { $1 }
        return try page(
            "definitions", values, title: text("definitions.title"),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Which files of the server's folder; nil for none.
    private func told(_ key: String, _ files: [String]) -> String? {
        files.isEmpty ? nil : text(key).replacing("{files}", with: files.joined(separator: ", "))
    }

    /// One version: its picture, its states, its values, and what the gate says.
    func definitionPage() async throws -> Response {
        let view = try await definition(try definitionName())
        let shown = try process(of: view)
        let place = "/ops/definitions/\(encoded(view.name.id))/\(encoded(view.name.version))"
        let page = DefinitionPage(view, language: language, times: times)
        return try self.page(
            "definition", page.values(showing: shown, pictures: place, here: place),
            title: "\(view.title[language]) – \(view.name.version)")
    }

    func definitionPicture() async throws -> Response {
        let picture = try await ports.definitions.picture(
            try pictureRequest(), of: try definitionName(), try known())
        return try self.picture(picture)
    }

    /// The process that the address names, the life where it names none.
    func process(of view: DefinitionView) throws(Problem) -> DefinitionView.Process {
        let name = query["process"]
        guard let found = view.processes.first(where: { name == nil || $0.name == name }) else {
            throw Problem(.notFound)
        }
        return found
    }

    func pictureRequest() throws(Problem) -> PictureRequest {
        PictureRequest(try capture("process"), in: language, isWhole: query["whole"] != nil)
    }

    func picture(_ text: String?) throws(Problem) -> Response {
        guard let text else { throw Problem(.notFound) }
        var response = Response.text(text, type: "image/svg+xml")
        response.headers[.contentLanguage] = language.rawValue
        response.headers[.vary] = "Accept-Language"
        return response
    }

    func encoded(_ text: String) -> String { PercentCoding.encoded(text) }

    private func definitionName() throws(Problem) -> DefinitionName {
        DefinitionName(try capture("definition"), try capture("version"))
    }

    private func definition(_ name: DefinitionName) async throws -> DefinitionView {
        guard let view = try await ports.definitions.definition(name, try known()) else {
            throw Problem(.notFound)
        }
        return view
    }

    private func shown(_ problems: [String: LocalizedText]) -> [String: Any] {
        [
            "hasProblems": !problems.isEmpty,
            "problems": problems.sorted { $0.key < $1.key }.map { name, problem in
                ["id": name, "label": text("definitions.\(name)"), "problem": problem[language]]
            },
        ]
    }
}

import Agreements
import Hummingbird
import Mustache

/// The pages, compiled once; every value they show is escaped for HTML by the template engine.
struct Pages: Sendable {
    private let library: MustacheLibrary

    static let templates: [String: String] = [
        "layout": Template.layout, "start": Template.start, "welcome": Template.welcome,
        "notice": Template.notice,
        "passcode": Template.passcode, "thanks": Template.thanks,
        "problem": Template.problem, "problems": Template.problems, "fields": Template.fields,
        "proof": Template.proof,
        "accessibility": Template.accessibility,
    ].merging(Template.door) { $1 }.merging(Template.files) { $1 }.merging(Template.office) { $1 }
        .merging(Template.proposal) { $1 }.merging(Template.dossiers) { $1 }
        .merging(Template.definitionRoom) { $1 }.merging(Template.leave) { $1 }
        .merging(Template.register) { $1 }.merging(["retention": Template.retention]) { $1 }

    /// Compiled at the first use, for all servers of a process.
    static let shared = Result { () throws(WebFault) in try Pages() }

    /// - Throws: ``WebFault/brokenPage(name:)``.
    private init() throws(WebFault) {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        var library = MustacheLibrary()
        for (name, text) in Self.templates {
            do { try library.register(Markup.pragma + text, named: name) } catch {
                throw .brokenPage(name: name)
            }
        }
        self.library = library
    }

    /// `problem` as a page or as JSON, as the visit prefers.
    ///
    /// - Parameter frame: what every page of whoever came in shows.
    func answer(_ problem: Problem, _ visit: Visit, in frame: [String: Any] = [:]) -> Response {
        let view: [String: Any] = [
            "title": problem.title[visit.language], "detail": problem.detail[visit.language],
            "status": "\(problem.status.code)", "request": visit.id, "here": "/", "hereWithQuery": "/",
        ]
        let page =
            visit.wantsPage
            ? try? page(
                "problem", frame.merging(view) { $1 }, visit, title: problem.title[visit.language],
                status: problem.status)
            : nil
        var response =
            page
            ?? Response.text(
                problem.json(instance: visit.id, language: visit.language), type: Problem.mediaType,
                status: problem.status)
        response.headers[.vary] = "Accept, Accept-Language"
        response.headers[.contentLanguage] = visit.language.rawValue
        for field in problem.fields { response.headers.append(field) }
        return response
    }

    /// A page; its language switch leads to `here`, the start page where no value says otherwise.
    func page(
        _ name: String, _ values: [String: Any], _ visit: Visit, title: String,
        status: HTTPResponse.Status = .ok
    ) throws(WebFault) -> Response {
        var values = ["here": "/"].merging(values) { $1 }
        values["t"] = Catalogue.texts(in: visit.language)
        values["lang"] = visit.language.rawValue
        values["pageTitle"] = title
        values["stylesheet"] = Stylesheet.path
        values["icon"] = Icon.path
        values["isFrench"] = visit.language == .french
        values["otherLang"] = (visit.language == .french ? Language.english : .french).rawValue
        guard let body = library.render(values, withTemplate: name) else { throw .brokenPage(name: name) }
        var response = Response.text(body, type: "text/html; charset=utf-8", status: status)
        response.headers[.vary] = "Accept, Accept-Language"
        response.headers[.contentLanguage] = visit.language.rawValue
        return response
    }
}

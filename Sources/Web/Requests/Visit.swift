import Agreements
import HTTPTypes
import Hummingbird

/// What a page needs to know of a request: in which language and form to answer.
struct Visit: Sendable {
    let id: String
    let path: String
    let language: Language
    let accept: Preferences
    let ifNoneMatch: String?

    init(_ request: Request, id: String) {
        self.id = id
        path = request.uri.path
        accept = Preferences(request.headers[.accept])
        ifNoneMatch = request.headers[.ifNoneMatch]
        language =
            request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
            ?? Self.language(Preferences(request.headers[.acceptLanguage]))
    }

    /// Whether a page is a fit answer.
    var acceptsPage: Bool { accept.isEmpty || accept.quality(ofType: "text/html") > 0 }

    /// Whether an error is told as a page: only to who asks for one by name and does not prefer JSON.
    var wantsPage: Bool {
        let html = max(accept.quality(of: "text/html") ?? 0, accept.quality(of: "application/xhtml+xml") ?? 0)
        let json = max(
            accept.quality(of: "application/json") ?? 0, accept.quality(of: Problem.mediaType) ?? 0)
        return html > 0 && html >= json
    }

    var wantsJSON: Bool {
        (accept.quality(of: "application/json") ?? 0) > accept.quality(ofType: "text/plain")
    }

    /// French unless English is asked for more strongly.
    private static func language(_ asked: Preferences) -> Language {
        asked.quality(ofLanguage: "en") > asked.quality(ofLanguage: "fr") ? .english : .french
    }
}

import Agreements
import Engine
import HTTPTypes
import Hummingbird

/// What a page needs to know of a request: in which language and form to answer.
struct Visit: Sendable {
    let id: String
    let path: String
    /// Path and query, as a link back leads to them.
    let target: String
    /// The language that the address asks for, else the visitor's, else the browser's.
    private(set) var language: Language
    private let isLanguageAsked: Bool
    let accept: Preferences
    let ifNoneMatch: String?
    /// Host and port, as the request names them.
    let authority: String
    let origin: Origin

    init(_ request: Request, id: String, client: String) {
        self.id = id
        path = request.uri.path
        target = request.head.path ?? "/"
        accept = Preferences(request.headers[.accept])
        ifNoneMatch = request.headers[.ifNoneMatch]
        authority = request.head.authority ?? ""
        origin = Origin(address: client, agent: request.headers[.userAgent] ?? "")
        let asked = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        isLanguageAsked = asked != nil
        language = asked ?? Self.language(Preferences(request.headers[.acceptLanguage]))
    }

    /// The visit of somebody who came in: the language that they chose goes before the browser's.
    func of(_ visitor: Visitor?) -> Visit {
        guard !isLanguageAsked, let chosen = visitor?.language else { return self }
        var copy = self
        copy.language = chosen
        return copy
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

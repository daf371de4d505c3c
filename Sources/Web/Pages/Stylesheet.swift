import HTTPTypes
import Hummingbird

/// The one style sheet.
enum Stylesheet {
    static let path = "/assets/entente.css"

    /// The sheet; 304 when the visitor has it.
    static func answer(_ visit: Visit) -> Response { asset(text, type: "text/css; charset=utf-8", visit) }

    /// A text of the house's own that every page may load.
    static func asset(_ text: String, type: String, _ visit: Visit) -> Response {
        let tag = "\"\(text.checksum)\""
        let known = visit.ifNoneMatch.map { $0.contains(tag) || $0 == "*" } ?? false
        var response = known ? Response(status: .notModified) : Response.text(text, type: type)
        response.headers[.eTag] = tag
        // It holds nothing of anyone: kept, and asked about each time.
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}

import Agreements
import HTTPTypes

/// What is wrong, in the words that both the JSON form (RFC 9457) and the page show.
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// Stable, for programs; the same word the command line prints.
    var code: String
    var title: LocalizedText
    var detail: LocalizedText
    /// More headers that the answer carries: `Allow`, `Retry-After`.
    var fields = HTTPFields()

    static let mediaType = "application/problem+json"

    init(_ kind: Kind) {
        status = kind.status
        code = kind.rawValue
        title = Catalogue.text(kind.title)
        detail = Catalogue.text(kind.detail)
    }

    func adding(_ name: HTTPField.Name, _ value: String) -> Problem {
        var copy = self
        copy.fields[name] = value
        return copy
    }

    /// The `application/problem+json` text.
    ///
    /// No state was changed by any request answered so: `applied` says it.
    func json(instance id: String, language: Language = .english) -> String {
        JSON.object([
            "type": "about:blank", "title": .string(title[language]), "status": .integer(Int64(status.code)),
            "detail": .string(detail[language]), "instance": .string("urn:entente:request:\(id)"),
            "code": .string(code), "applied": "no",
        ]).canonical
    }
}

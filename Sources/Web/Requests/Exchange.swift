import Agreements
import Engine
import HTTPTypes
import Hummingbird
import Logging

/// One request on its way to its answer: what it asks, who asks, and the ports that know.
struct Exchange: Sendable {
    var visit: Visit
    var visitor: Visitor?
    /// What fills the holes of the path.
    var captures: [String: String] = [:]
    var query = Fields()
    var form = Fields()
    var files: [UploadedFile] = []
    let pages: Pages
    let ports: WebPorts
    let logger: Logger

    var language: Language { visit.language }
    var doorkeeper: Doorkeeper { ports.doorkeeper }

    /// The value of a hole of the path.
    func capture(_ name: String) throws(Problem) -> String {
        guard let value = captures[name] else { throw Problem(.notFound) }
        return value
    }

    /// Who came in; the gate lets nobody else to a route that asks.
    func known() throws(Problem) -> Visitor {
        guard let visitor else { throw Problem(.forbidden) }
        return visitor
    }

    /// A page with the frame of whoever came in.
    func page(
        _ name: String, _ values: [String: Any] = [:], title: String, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        let said = status == .unprocessableContent ? "\(text("form.wrong")) – \(title)" : title
        return try pages.page(name, frame.merging(values) { $1 }, visit, title: said, status: status)
    }

    /// Another page of ours, by GET.
    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .contentLength: "0"])
    }

    func text(_ key: String) -> String { Catalogue.text(key)[language] }

    /// What every template may use besides its own values.
    var frame: [String: Any] {
        var values: [String: Any] = [
            "formKey": doorkeeper.formKey(of: visitor), "institution": ports.institution.name,
            "here": visit.path, "hereWithQuery": visit.target,
            "isSimulated": ports.institution.isSimulated,
        ]
        if let visitor {
            values["visitor"] = [
                "name": visitor.name, "isAccount": visitor.notice == nil,
                "menu": Menu.entries(for: visitor, at: visit.path, in: language),
            ]
        }
        return values
    }
}

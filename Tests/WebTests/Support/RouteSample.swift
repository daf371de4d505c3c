import Agreements
import Engine
import Foundation
import HTTPTypes
import TestSupport

@testable import Web

/// A house in which every address of the table can be tried: a file, an act, an invitation, the link of a notice.
struct RouteSample: Sendable {
    var house = House()
    let notice = UUID()
    let token = String(repeating: "t", count: 22)
    private static let set = "s1"
    private(set) var invitation = ""

    init() async throws {
        house.files.file = .sample
        house.files.form = .sample
        house.files.work = [.sample(FileView.sample.name)]
        house.files.work[0].acts = [.init(ActForm.sample.act, ActForm.sample.title, set: Self.set)]
        house.office.sheets[notice] = .sample
        house.office.timers["1"] = .sample
        let person = house.account("invited@lab.example")
        house.accounts.add(notice: notice, for: person)
        invitation = try await house.doorkeeper.invite(person, lifetime: .seconds(3_600)) ?? ""
    }

    var status: WebStatus {
        var status = WebStatus.sample
        let (known, secret) = (notice, token)
        status.notice = { notice, token in notice == known && token == secret ? .found(.sample) : .unknown }
        return status
    }

    /// The path of a route with something in each hole.
    func path(of route: Route) -> String {
        let values = [
            "file": FileView.sample.name, "event": ActForm.sample.act.event, "code": invitation,
            "notice": notice.uuidString.lowercased(), "token": token,
        ]
        return route.path.description.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix(":") ? values[String(part.dropFirst())] ?? "1" : String(part)
        }.joined(separator: "/")
    }

    /// What a page is asked by its query, before anything else is; nothing where it asks for nothing.
    func query(of route: Route) -> String {
        route.path.description == "/todo/acts/:event" ? "set=\(Self.set)&" : ""
    }

    /// What a form of that route is sent as.
    static func contentType(of route: Route) -> String {
        route.body == .upload
            ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded"
    }

    /// A body of that route with one field.
    static func body(of route: Route, key: String?) -> String {
        guard let key else { return route.body == .upload ? "--b--\r\n" : "a=b" }
        guard route.body == .upload else { return "formKey=\(key)" }
        return "--b\r\nContent-Disposition: form-data; name=\"formKey\"\r\n\r\n\(key)\r\n--b--\r\n"
    }
}

extension Route {
    var testDescription: String { "\(method.rawValue) \(path)" }
}

extension Wire {
    /// Sends a form to a route, exactly as told.
    func send(
        _ route: Route, to path: String, body: String, type: String?, _ headers: [String]
    ) async throws -> Reply {
        try await send(
            "POST \(path)",
            ["Host: localhost", "Connection: close", "Content-Length: \(body.utf8.count)"]
                + (type.map { ["Content-Type: \($0)"] } ?? []) + headers, body: body)
    }
}

extension NoticeView {
    static let sample = NoticeView(
        reference: "LIA-2016-0042", instrument: .init(fr: "Laboratoire", en: "Laboratory"),
        step: .init(fr: "À contrôler", en: "To check"), isAwaited: true, contact: "contact@entente.example",
        file: "LIA-2016-0042")
}

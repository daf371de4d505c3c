import Agreements
import Engine
import FoundationEssentials
import Hummingbird

extension Exchange {
    private var link: NoticePath {
        get throws(Problem) {
            let (notice, token) = (try capture("notice"), try capture("token"))
            guard let path = NoticePath("\(NoticePath.prefix)\(notice)/\(token)") else {
                throw Problem(.noticeUnknown)
            }
            return path
        }
    }

    /// What the link of a notice leads to; reading it changes nothing, so that a mail scanner burns nothing.
    func notice() async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        let view = try await noticeView()
        return try noticePage(view)
    }

    /// Mails a code to the notice's own reader, and asks for it.
    func sendCode() async throws -> Response {
        let view = try await noticeView()
        guard !view.isForStaff else { throw Problem(.forbidden) }
        guard try await doorkeeper.sendCode(forNotice: try link.notice) else {
            return try codePage(view, text("link.tooManyCodes"), status: .tooManyRequests)
        }
        return try codePage(view)
    }

    /// Opens a session for that step with the code of the mail.
    func enterByCode() async throws -> Response {
        let view = try await noticeView()
        guard !view.isForStaff else { throw Problem(.forbidden) }
        switch try await doorkeeper.enter(
            byNotice: try link.notice, code: form.exact("code"), from: visit.origin)
        {
        case .entered(let token):
            var response = redirect(
                to: "/files/\(PercentCoding.encoded(view.file))?lang=\(language.rawValue)")
            response.headers[.setCookie] = SessionCookie.set(token)
            return response
        case .tooMany: return try codePage(view, text("login.tooMany"), status: .tooManyRequests)
        case .wrong, .codeMissing:
            return try codePage(view, text("link.wrongCode"), status: .unprocessableContent)
        }
    }

    private func noticeView() async throws -> NoticeView {
        let link = try link
        switch try await ports.status.notice(link.notice, link.token) {
        case .unknown: throw Problem(.noticeUnknown)
        case .gone: throw Problem(.noticeGone)
        case .found(let view): return view
        }
    }

    private func noticePage(_ view: NoticeView) throws -> Response {
        try page("notice", values(of: view), title: title(of: view))
    }

    private func codePage(
        _ view: NoticeView, _ message: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var values = values(of: view)
        if let message { values["message"] = message }
        return try page("passcode", values, title: title(of: view), status: status)
    }

    private func title(of view: NoticeView) -> String { "\(view.reference) – \(view.step[language])" }

    private func values(of view: NoticeView) -> [String: Any] {
        let path =
            captures["notice"].flatMap { notice in captures["token"].map { "/n/\(notice)/\($0)" } } ?? "/"
        return [
            "reference": view.reference, "instrument": view.instrument[language], "step": view.step[language],
            "isAwaited": view.isAwaited, "contact": view.contact, "isForStaff": view.isForStaff, "here": path,
            "path": path, "file": "/files/\(PercentCoding.encoded(view.file))",
        ]
    }
}

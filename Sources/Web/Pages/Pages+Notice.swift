import Agreements
import Hummingbird

extension Pages {
    /// What the link of a notice leads to; reading it changes nothing.
    func notice(_ visit: Visit, _ status: WebStatus) async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        guard let path = NoticePath(visit.path) else { throw Problem(.noticeUnknown) }
        switch try await status.notice(path.notice, path.token) {
        case .unknown: throw Problem(.noticeUnknown)
        case .gone: throw Problem(.noticeGone)
        case .found(let view):
            let language = visit.language
            let values: [String: Any] = [
                "reference": view.reference, "instrument": view.instrument[language],
                "step": view.step[language], "isAwaited": view.isAwaited, "contact": view.contact,
                "here": visit.path,
            ]
            return try page("notice", values, visit, title: "\(view.reference) – \(view.step[language])")
        }
    }
}

import Agreements
import Hummingbird

extension Exchange {
    /// What the link of a notice leads to; reading it changes nothing.
    func notice() async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        guard let path = NoticePath(visit.path) else { throw Problem(.noticeUnknown) }
        switch try await ports.status.notice(path.notice, path.token) {
        case .unknown: throw Problem(.noticeUnknown)
        case .gone: throw Problem(.noticeGone)
        case .found(let view):
            let language = visit.language
            let values: [String: Any] = [
                "reference": view.reference, "instrument": view.instrument[language],
                "step": view.step[language], "isAwaited": view.isAwaited, "contact": view.contact,
                "here": visit.path,
            ]
            return try page("notice", values, title: "\(view.reference) – \(view.step[language])")
        }
    }
}

import HTTPTypes
import Hummingbird

/// Which path is answered by what.
///
/// All of them are read-only.
struct Routes: Sendable {
    typealias Handler = @Sendable (Visit, Pages) async throws -> Response

    private let handlers: [String: Handler]
    private let notice: Handler

    init(status: WebStatus) {
        handlers = [
            "/": { visit, pages in try await pages.start(visit, status) },
            "/healthz": { visit, _ in Probes.health(visit) },
            "/readyz": { _, _ in Probes.readiness(await status.readiness()) },
            Stylesheet.path: { visit, _ in Stylesheet.answer(visit) },
        ]
        notice = { visit, pages in try await pages.notice(visit, status) }
    }

    /// Paths are compared as sent: nothing is decoded, so nothing can be disguised.
    func handler(for path: String) -> Handler? {
        handlers[path] ?? (path.hasPrefix(NoticePath.prefix) ? notice : nil)
    }

    /// The path as a log may keep it: of a link in a mail no token.
    static func logged(_ path: String) -> String {
        path.hasPrefix(NoticePath.prefix) ? "\(NoticePath.prefix)…" : String(path.prefix(200))
    }

    /// What probes ask, often: logged at debug level only.
    static let probes: Set<String> = ["/healthz", "/readyz"]

    /// The methods of RFC 9110 and PATCH; another one is not implemented rather than not allowed.
    static let knownMethods: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .patch, .delete, .connect, .options, .trace,
    ]
}

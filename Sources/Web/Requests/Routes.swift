import HTTPTypes
import Hummingbird

/// Which address is answered by what: a table that tests compare with the pages.
struct Routes: Sendable {
    let all: [Route]

    init(_ all: [Route] = Routes.house) { self.all = all }

    /// Every route of the house, room by room.
    static let house: [Route] =
        open + door + proposal + files + leave + office + register + definitions
        + retention

    private static let open: [Route] = [
        .get("/", .anyone) { try await $0.start() },
        .get("/healthz", .anyone) { Probes.health($0.visit) },
        .get("/readyz", .anyone) { Probes.readiness(await $0.ports.status.readiness()) },
        .get("/accessibility", .anyone) { try $0.accessibilityPage() },
        .get(Stylesheet.path, .anyone) { Stylesheet.answer($0.visit) },
        .get(Script.path, .anyone) { Script.answer($0.visit) },
        .get(Icon.path, .anyone) { _ in Icon.answer() },
        .get("/n/:notice/:token", .anyone) { try await $0.notice() },
        .post("/n/:notice/:token", .anyone) { try await $0.sendCode() },
        .post("/n/:notice/:token/code", .anyone) { try await $0.enterByCode() },
    ]

    /// The route of a request, and what fills its path; a known path with another method is told apart.
    ///
    /// Fixed parts are compared as sent: nothing is decoded, so nothing can be disguised.
    func route(_ method: HTTPRequest.Method, _ path: String) throws(Problem) -> (Route, [String: String]) {
        guard Self.knownMethods.contains(method) else { throw Problem(.notImplemented) }
        // It asks for a tunnel and names no page; nobody has one here.
        guard method != .connect else { throw Problem(.methodNotAllowed).adding(.allow, "GET, HEAD, POST") }
        let wanted = method == .head ? .get : method
        var allowed: [HTTPRequest.Method] = []
        for route in all {
            guard let captures = route.path.match(path) else { continue }
            guard route.method != wanted else { return (route, captures) }
            allowed.append(route.method)
        }
        guard !allowed.isEmpty else {
            throw Problem(path.hasPrefix(NoticePath.prefix) ? .noticeUnknown : .notFound)
        }
        let names = allowed.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        throw Problem(.methodNotAllowed).adding(.allow, Array(Set(names)).sorted().joined(separator: ", "))
    }

    /// The path as a log may keep it: of a link in a mail no token.
    static func logged(_ path: String) -> String {
        secret.contains { path.hasPrefix($0) } ? "\(path.prefix(3))…" : String(path.prefix(200))
    }

    private static let secret = [NoticePath.prefix, "/invitations/"]

    /// What probes ask, often: logged at debug level only.
    static let probes: Set<String> = ["/healthz", "/readyz"]

    /// The methods of RFC 9110 and PATCH; another one is not implemented rather than not allowed.
    static let knownMethods: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .patch, .delete, .connect, .options, .trace,
    ]
}

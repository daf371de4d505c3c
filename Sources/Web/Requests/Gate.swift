import Engine
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// The way in: refuses what no route should see, and turns whatever goes wrong behind it into an answer.
struct Gate: HTTPResponder {
    typealias Context = WebContext

    let hosts: AllowedHosts
    let limits: WebLimits
    let proxies: Set<String>
    let routes: Routes
    let pages: Pages
    let ports: WebPorts

    /// Answers every request; throws only what the parser found in the body, which the connection answers.
    func respond(to request: Request, context: WebContext) async throws -> Response {
        let client = client(of: request, peer: context.peer)
        let visit = Visit(request, id: RequestID().description, client: client)
        var logger = context.logger
        logger[metadataKey: "hb.request.id"] = nil
        logger[metadataKey: "request.id"] = "\(visit.id)"
        let started = ContinuousClock.now
        var response = try await answer(request, visit, logger)
        response.headers[.requestID] = visit.id
        if response.status.kind != .successful, response.status.kind != .redirection, hasBody(request) {
            response.headers[.connection] = "close"
        }
        log(request, visit, response, ContinuousClock.now - started, logger)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Where a request came from: what a listed proxy says, else the other end of the connection.
    private func client(of request: Request, peer: String) -> String {
        guard proxies.contains(peer), let told = request.headers[.forwardedFor],
            let last = told.split(separator: ",").last.map({ String($0).trimmingBlanks }),
            last.utf8.count <= 45
        else { return peer }
        return last
    }

    private func answer(_ request: Request, _ visit: Visit, _ logger: Logger) async throws -> Response {
        do {
            try check(request)
            let (route, captures) = try routes.route(request.method, request.uri.path)
            try checkDemonstration(route)
            return try await serve(route, captures, request, visit, logger)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            return await answer(problem(of: error, logger), request, visit, logger)
        }
    }

    private func problem(of error: any Error, _ logger: Logger) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as WebUnavailable: return .unavailable(for: error.retryAfter)
        case let error as any PossibleOutage where error.isOutage:
            return .unavailable(for: WebUnavailable().retryAfter)
        default:
            // The error's own text may hold a bound value: its type is enough to find it.
            logger.error("request failed", metadata: ["error.type": "\(type(of: error))"])
            return Problem(.unexpected)
        }
    }

    /// What is wrong, in the frame and the language of whoever came in.
    private func answer(
        _ problem: Problem, _ request: Request, _ visit: Visit, _ logger: Logger
    ) async -> Response {
        // Whoever cannot be served now is not asked who they are: that would only wait again.
        let isAsked = visit.wantsPage && problem.status != .serviceUnavailable
        let token = isAsked ? SessionCookie.token(in: request.headers) : nil
        guard let token, let visitor = try? await ports.doorkeeper.visitor(token) else {
            return pages.answer(problem, visit)
        }
        let exchange = Exchange(
            visit: visit.of(visitor), visitor: visitor, pages: pages, ports: ports, logger: logger)
        return pages.answer(problem, exchange.visit, in: exchange.frame)
    }

    /// While a demonstration is played there is nothing to come in for; its page says how far it is.
    private func checkDemonstration(_ route: Route) throws(Problem) {
        guard !route.isOfTheProcess, let steps = ports.status.demonstration() else { return }
        throw .demonstrationUnderWay(steps)
    }

    private func serve(
        _ route: Route, _ captures: [String: String], _ request: Request, _ visit: Visit, _ logger: Logger
    ) async throws -> Response {
        let token = SessionCookie.token(in: request.headers)
        let visitor = if let token { try await ports.doorkeeper.visitor(token) } else { Visitor?.none }
        let visit = visit.of(visitor)
        guard let query = Fields(encoded: request.uri.query ?? "") else { throw Problem(.badRequest) }
        var exchange = Exchange(
            visit: visit, visitor: visitor, captures: captures, query: query, pages: pages, ports: ports,
            logger: logger)
        guard route.access.admits(visitor) else {
            return try await turnAway(exchange, route, request)
        }
        guard !lacksFactor(visitor) || route.isBeforeFactor else {
            guard route.method == .get, visit.acceptsPage else { throw Problem(.factorNeeded) }
            return exchange.redirect(to: "/account/factor")
        }
        guard try await isStillIn(visitor, route) else { return try stepIsOver(exchange) }
        switch route.body {
        case .none: try await swallowBody(of: request)
        case .form, .upload: (exchange.form, exchange.files) = try await form(of: request, route, visit)
        }
        if route.body != .none, let kept = kept(exchange, route, request) {
            return try await exchange.resumePage(kept)
        }
        try check(exchange, route)
        return try await route.answer(exchange)
    }

    /// Whether an account must set up its second factor before anything else.
    private func lacksFactor(_ visitor: Visitor?) -> Bool {
        guard let visitor, visitor.notice == nil else { return false }
        return ports.doorkeeper.needsFactor && !visitor.hasFactor
    }

    /// Whether a link lets its visitor in on this request, too.
    private func isStillIn(_ visitor: Visitor?, _ route: Route) async throws -> Bool {
        guard let visitor, visitor.notice != nil, route.access != .anyone, !route.isBeforeFactor else {
            return true
        }
        return try await ports.files.isStillIn(visitor)
    }

    /// One's own act is thanked for; whatever else is asked by a link that is over is gone.
    private func stepIsOver(_ exchange: Exchange) throws -> Response {
        guard exchange.query["done"] != nil, exchange.visit.acceptsPage else { throw Problem(.noticeGone) }
        return try exchange.page(
            "thanks", ["contact": ports.institution.contact], title: exchange.text("link.thanks"))
    }

    /// Whoever has not come in is shown the door, which keeps what they typed; others are told no.
    private func turnAway(
        _ exchange: Exchange, _ route: Route, _ request: Request
    ) async throws -> Response {
        guard exchange.visitor == nil else { throw Problem(.forbidden) }
        guard route.method == .get else {
            guard let kept = try await keptByStranger(exchange, route, request) else {
                throw Problem(.unauthenticated)
            }
            return try exchange.loginPage("login.over", keeping: kept, status: .unauthorized)
        }
        guard exchange.visit.acceptsPage else { throw Problem(.unauthenticated) }
        return exchange.redirect(to: "/login?next=\(PercentCoding.encoded(exchange.visit.target))")
    }

    /// What somebody typed whose session is over.
    private func keptByStranger(
        _ exchange: Exchange, _ route: Route, _ request: Request
    ) async throws -> KeptForm? {
        guard exchange.visit.wantsPage, route.body != .none,
            CrossSite.isProven(request.headers, authority: exchange.visit.authority),
            let (form, files) = try? await form(of: request, route, exchange.visit, keepsFiles: false),
            form.damaged.isEmpty
        else { return nil }
        return KeptForm(
            path: exchange.visit.target, fields: form, attached: files.map { KeptForm.File($0) })
    }

    /// What somebody typed into a form of their own of an earlier session.
    private func kept(_ exchange: Exchange, _ route: Route, _ request: Request) -> KeptForm? {
        let (form, key) = (exchange.form, exchange.form.exact("formKey"))
        guard let visitor = exchange.visitor, !ports.doorkeeper.isFormKey(key, of: visitor),
            exchange.visit.wantsPage, form.damaged.isEmpty,
            CrossSite.isProven(request.headers, authority: exchange.visit.authority),
            let kept = KeptForm(
                path: exchange.visit.target, fields: form,
                attached: exchange.files.map { KeptForm.File($0) }),
            kept.isOwn(visitor, ports.doorkeeper)
        else { return nil }
        return kept
    }

    /// - Parameter keepsFiles: whether the contents of files are kept, too.
    private func form(
        of request: Request, _ route: Route, _ visit: Visit, keepsFiles: Bool = true
    ) async throws -> (Fields, [UploadedFile]) {
        guard CrossSite.isOwn(request.headers, authority: visit.authority) else { throw Problem(.crossSite) }
        let type = request.headers[.contentType] ?? ""
        if route.body == .upload, let boundary = Multipart.boundary(type) {
            return try await upload(in: request, boundary, keepsFiles: keepsFiles)
        }
        guard type.split(separator: ";").first?.lowercased() == "application/x-www-form-urlencoded" else {
            throw Problem(.unsupportedMediaType)
        }
        let bytesMax = route.carriesForm ? limits.carryingBytesMax : limits.bodyBytesMax
        guard let text = PercentCoding.checked(try await collect(request, bytesMax)),
            let form = Fields(encoded: text, repairing: true)
        else { throw Problem(.badRequest) }
        return (form, [])
    }

    /// Whether a form is of this session, and whole.
    private func check(_ exchange: Exchange, _ route: Route) throws(Problem) {
        guard route.body != .none else { return }
        guard ports.doorkeeper.isFormKey(exchange.form.exact("formKey"), of: exchange.visitor) else {
            throw Problem(.staleForm)
        }
        guard exchange.form.damaged.isEmpty || route.tellsDamage else { throw Problem(.badRequest) }
        guard exchange.form.repeated.allSatisfy(FormView.mayRepeat) else { throw Problem(.duplicateFormKey) }
    }

    private func check(_ request: Request) throws(Problem) {
        guard (request.head.path ?? "").utf8.count <= limits.uriBytesMax else { throw Problem(.uriTooLong) }
        guard !request.headers.contains(where: { size($0) > limits.headerFieldBytesMax }) else {
            throw Problem(.requestHeaderFieldsTooLarge)
        }
        guard let authority = request.head.authority, !authority.isEmpty, request.headers[.hostField] == nil
        else { throw Problem(.badRequest) }
        if let target = request.head.path, let named = Self.host(ofAbsolute: target) {
            guard hosts.allows(named) else { throw Problem(.misdirected) }
        }
        guard hosts.allows(authority) else { throw Problem(.misdirected) }
        guard request.headers[.expect].map({ $0.lowercased() == "100-continue" }) ?? true else {
            throw Problem(.expectationFailed)
        }
        guard Query.keysAreUnique(request.uri.query ?? "") else { throw Problem(.duplicateQueryKey) }
    }

    /// The host of a target in absolute form, which goes before the header (RFC 9112, 3.2.2).
    private static func host(ofAbsolute target: String) -> String? {
        guard let scheme = ["http://", "https://"].first(where: { target.lowercased().hasPrefix($0) }) else {
            return nil
        }
        return String(target.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" })
    }

    /// A body that nobody reads is forgotten within the limit, and the connection lives on.
    private func swallowBody(of request: Request) async throws {
        guard hasBody(request) else { return }
        _ = try await collect(request, limits.bodyBytesMax)
    }

    private func collect(_ request: Request, _ limit: Int) async throws -> [UInt8] {
        try checkLength(of: request, limit)
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= limit else { throw Problem(.contentTooLarge) }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    private static let sliceBytes = 16 * 1_024

    private func checkLength(of request: Request, _ limit: Int) throws(Problem) {
        guard let declared = request.headers[.contentLength].flatMap(Int.init) else { return }
        guard declared <= limit else { throw Problem(.contentTooLarge) }
    }

    /// The fields and the files of a form; where those are too large together, their names alone.
    private func upload(
        in request: Request, _ boundary: String, keepsFiles: Bool
    ) async throws -> (Fields, [UploadedFile]) {
        try checkLength(of: request, limits.skimmedBytesMax)
        var skimmer = MultipartSkimmer(boundary: boundary, bytesMax: limits.bodyBytesMax)
        var (whole, count, isSkimmed) = ([UInt8](), 0, !keepsFiles)
        for try await part in request.body {
            count += part.readableBytes
            guard count <= limits.skimmedBytesMax else { throw Problem(.contentTooLarge) }
            var bytes = Array(part.readableBytesView)
            if !isSkimmed {
                whole += bytes
                guard count > limits.uploadBytesMax else { continue }
                (bytes, whole, isSkimmed) = (whole, [], true)
            }
            // By slices: what is too much is found before much is moved.
            for start in stride(from: 0, to: bytes.count, by: Self.sliceBytes) {
                let slice = bytes[start..<min(start + Self.sliceBytes, bytes.count)]
                guard skimmer.take(slice) else { throw Problem(.contentTooLarge) }
            }
        }
        let body = isSkimmed ? skimmer.body : whole
        guard var read = Multipart.read(body, boundary: boundary) else { throw Problem(.badRequest) }
        if keepsFiles, isSkimmed { for index in read.files.indices { read.files[index].isTooLarge = true } }
        return (read.fields, read.files)
    }

    private func hasBody(_ request: Request) -> Bool {
        request.headers[.transferEncoding] != nil
            || (request.headers[.contentLength].map { $0 != "0" } ?? false)
    }

    private func size(_ field: HTTPField) -> Int { field.name.rawName.utf8.count + field.value.utf8.count }

    private func log(
        _ request: Request, _ visit: Visit, _ response: Response, _ took: Duration, _ logger: Logger
    ) {
        let level: Logger.Level =
            Routes.probes.contains(visit.path) && response.status.code < 400 ? .debug : .info
        // The path only, cut: a query may hold what its sender did not mean to be kept.
        logger.log(
            level: level, "request answered",
            metadata: [
                "http.method": "\(request.method.rawValue.prefix(16))",
                "http.path": "\(Routes.logged(visit.path))",
                "http.status": "\(response.status.code)",
                "took.ms":
                    "\(Int(took / .milliseconds(1)))",
            ])
    }
}

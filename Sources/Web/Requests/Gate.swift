import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// The way in: refuses what no route should see, and turns whatever goes wrong behind it into an answer.
struct Gate: HTTPResponder {
    typealias Context = BasicRequestContext

    let hosts: AllowedHosts
    let limits: WebLimits
    let routes: Routes
    let pages: Pages

    /// Answers every request; throws only what the parser found in the body, which the connection answers.
    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let visit = Visit(request, id: RequestID().description)
        var logger = context.logger
        logger[metadataKey: "hb.request.id"] = nil
        logger[metadataKey: "request.id"] = "\(visit.id)"
        let started = ContinuousClock.now
        var response = try await answer(request, visit, logger)
        response.headers[.requestID] = visit.id
        if response.status.kind != .successful, hasBody(request) { response.headers[.connection] = "close" }
        log(request, visit, response, ContinuousClock.now - started, logger)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, _ visit: Visit, _ logger: Logger) async throws -> Response {
        do {
            try check(request)
            let route = try route(for: request)
            try await swallowBody(of: request)
            return try await route(visit, pages)
        } catch let problem as Problem {
            return pages.answer(problem, visit)
        } catch let error as WebUnavailable {
            let seconds = max(1, error.retryAfter.components.seconds)
            return pages.answer(Problem(.unavailable).adding(.retryAfter, "\(seconds)"), visit)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            // The error's own text may hold a bound value: its type is enough to find it.
            logger.error("request failed", metadata: ["error.type": "\(type(of: error))"])
            return pages.answer(Problem(.unexpected), visit)
        }
    }

    private func check(_ request: Request) throws(Problem) {
        guard (request.head.path ?? "").utf8.count <= limits.uriBytesMax else { throw Problem(.uriTooLong) }
        guard !request.headers.contains(where: { size($0) > limits.headerFieldBytesMax }) else {
            throw Problem(.requestHeaderFieldsTooLarge)
        }
        guard let authority = request.head.authority, !authority.isEmpty, request.headers[.hostField] == nil
        else { throw Problem(.badRequest) }
        guard hosts.allows(authority) else { throw Problem(.misdirected) }
        guard request.headers[.expect].map({ $0.lowercased() == "100-continue" }) ?? true else {
            throw Problem(.expectationFailed)
        }
        guard Query.keysAreUnique(request.uri.query ?? "") else { throw Problem(.duplicateQueryKey) }
    }

    private func route(for request: Request) throws(Problem) -> Routes.Handler {
        guard Routes.knownMethods.contains(request.method) else { throw Problem(.notImplemented) }
        guard let handler = routes.handler(for: request.uri.path) else { throw Problem(.notFound) }
        guard request.method == .get || request.method == .head else {
            throw Problem(.methodNotAllowed).adding(.allow, "GET, HEAD")
        }
        return handler
    }

    /// No route here reads a body: one within the limit is read and forgotten, and the connection lives on.
    private func swallowBody(of request: Request) async throws {
        guard hasBody(request) else { return }
        if let declared = request.headers[.contentLength].flatMap(Int.init), declared > limits.bodyBytesMax {
            throw Problem(.contentTooLarge)
        }
        var seen = 0
        for try await part in request.body {
            seen += part.readableBytes
            guard seen <= limits.bodyBytesMax else { throw Problem(.contentTooLarge) }
        }
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

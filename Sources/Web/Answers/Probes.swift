import Agreements
import HTTPTypes
import Hummingbird

/// The answers for whoever watches over the process.
enum Probes {
    /// The process lives; nothing else is said.
    static func health(_ visit: Visit) -> Response {
        visit.wantsJSON
            ? Response.text(#"{"status":"ok"}"#, type: "application/json")
            : Response.text("ok\n", type: "text/plain; charset=utf-8")
    }

    /// 200 when ready; else 503, with the same body and `Retry-After`.
    static func readiness(_ readiness: Readiness) -> Response {
        let checks = readiness.checks.map { check -> JSON in
            [
                "name": .string(check.name.rawValue), "state": .string(check.state.rawValue),
                "detail": .string(check.detail),
            ]
        }
        let body: JSON = ["ready": .bool(readiness.isReady), "checks": .array(checks)]
        var response = Response.text(
            body.canonical, type: "application/json", status: readiness.isReady ? .ok : .serviceUnavailable)
        if !readiness.isReady { response.headers[.retryAfter] = "5" }
        return response
    }
}

import HTTPTypes
import Hummingbird

/// One address: its method, who may call it, what it reads, and what answers.
struct Route: Sendable {
    typealias Handler = @Sendable (Exchange) async throws -> Response

    let method: HTTPRequest.Method
    let path: PathPattern
    let access: Access
    let body: Body
    let answer: Handler

    /// What of a body is read.
    enum Body: Sendable, Hashable {
        case none
        /// `application/x-www-form-urlencoded`.
        case form
        /// `multipart/form-data`.
        case upload
    }

    /// Whether it is open to an account that must set up its second factor first.
    var isBeforeFactor: Bool { access == .anyone || Self.beforeFactor.contains(path.description) }

    /// Whether it is answered as long as the process lives, whatever else is there or not.
    var isOfTheProcess: Bool { Self.ofTheProcess.contains(path.description) }

    private static let ofTheProcess = Routes.probes.union([Stylesheet.path, Script.path, Icon.path])

    private static let beforeFactor: Set<String> = ["/account/factor", "/account/language", "/logout"]

    /// Whether its form comes back where a value holds what no text keeps; elsewhere that is a bad request.
    var tellsDamage: Bool { Self.tellingDamage.contains(path.description) }

    private static let tellingDamage: Set<String> = [
        "/files/:file/acts/:event", "/files/:file/edit", "/files/new/:draft/:step", "/ops/register/:entry",
        "/ops/register/:entry/:id",
    ]

    /// Whether its form may carry another one on, which was sent when its session was over.
    var carriesForm: Bool { Self.carryingForm.contains(path.description) }

    private static let carryingForm: Set<String> = ["/login", "/login/kept", "/login/reset"]

    static func get(_ path: String, _ access: Access, _ answer: @escaping Handler) -> Route {
        Route(method: .get, path: PathPattern(path), access: access, body: .none, answer: answer)
    }

    static func post(_ path: String, _ access: Access, _ body: Body = .form, _ answer: @escaping Handler)
        -> Route
    {
        Route(method: .post, path: PathPattern(path), access: access, body: body, answer: answer)
    }
}

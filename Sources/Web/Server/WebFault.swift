/// Why the server could not start; each description says what to do.
package enum WebFault: Error, Equatable, CustomStringConvertible {
    /// Another process listens there.
    case addressInUse(host: String, port: Int)
    /// This user may not listen there.
    case addressForbidden(host: String, port: Int)
    /// The machine has no such address, or the system refused for another reason.
    case addressUnusable(host: String, port: Int, reason: String)
    /// A page of this release does not parse; a release that passes its tests has none.
    case brokenPage(name: String)

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .addressInUse: "address_in_use"
        case .addressForbidden: "address_forbidden"
        case .addressUnusable: "address_unusable"
        case .brokenPage: "broken_page"
        }
    }

    package var description: String {
        switch self {
        case .addressInUse(let host, let port):
            "port \(port) of \(host) is taken by another process: stop it, or choose another with --port or ENTENTE_HTTP_PORT"
        case .addressForbidden(let host, let port):
            "this user may not listen on port \(port) of \(host): choose one above 1023 with --port or ENTENTE_HTTP_PORT"
        case .addressUnusable(let host, let port, let reason):
            "cannot listen on port \(port) of \(host) (\(reason)): check ENTENTE_HTTP_HOST and --port"
        case .brokenPage(let name):
            "the page \(name) of this release cannot be read: report it, with the version"
        }
    }
}

/// Where and how to listen; read once, at the edge.
package struct WebConfiguration: Sendable, Equatable {
    package var host: String
    /// 0 lets the system choose; `onListening` tells which.
    package var port: Int
    /// Host names that a request may name besides ``host`` and the names of the loopback interface.
    package var allowedHosts: [String]
    /// Whether a proxy speaks TLS in front: then answers carry `Strict-Transport-Security`.
    package var isBehindTLS: Bool
    /// Addresses whose `X-Forwarded-For` is believed.
    package var proxies: Set<String>
    package var limits = WebLimits()

    package init(
        host: String = "127.0.0.1", port: Int = 8080, allowedHosts: [String] = [], isBehindTLS: Bool = false,
        proxies: Set<String> = []
    ) {
        self.proxies = proxies
        self.host = host
        self.port = port
        self.allowedHosts = allowedHosts
        self.isBehindTLS = isBehindTLS
    }
}

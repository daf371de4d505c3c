/// Where the server listens.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    package var host: String
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The address as a link: `http://127.0.0.1:8080/`.
    package var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}

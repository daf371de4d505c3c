/// Where mail is handed over and under which guarantees; checked once, when read.
package struct SMTPConfiguration: Sendable, Equatable {
    package let host: String
    package let port: Int
    package let security: Security
    /// A PEM file of the authorities to trust instead of the system's; nil for the system's.
    package let authoritiesFile: String?
    package let credentials: Credentials?
    /// The name given in EHLO.
    package let helloName: String
    package var limits: SMTPTimeLimits
    /// Conversations held at once, 1 to 32, each on a thread of its own.
    package let lanes: Int

    /// - Throws: ``Invalid``. Clear text, and a password over it, are possible to a loopback host only.
    package init(
        host: String, port: Int, security: Security = .startTLS, authoritiesFile: String? = nil,
        credentials: Credentials? = nil, helloName: String = "entente.example",
        limits: SMTPTimeLimits = .relay, lanes: Int = 4
    ) throws(Invalid) {
        guard Self.isHost(host) else { throw .host }
        guard (1...65_535).contains(port) else { throw .port }
        guard Self.isHost(helloName), !helloName.contains(":") else { throw .helloName }
        guard security != .clearTextOnLoopback || Self.isLoopback(host) else { throw .clearText }
        guard (1...32).contains(lanes) else { throw .lanes }
        (self.host, self.port, self.security, self.authoritiesFile) = (host, port, security, authoritiesFile)
        (self.credentials, self.helloName, self.limits, self.lanes) = (credentials, helloName, limits, lanes)
    }

    /// True when the server is this machine, by its address or by the name `localhost` (RFC 6761).
    package var isLoopback: Bool { Self.isLoopback(host) }

    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1"].contains(host.lowercased()) { return true }
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return bytes.count == 4 && bytes[0] == 127 && bytes.allSatisfy { $0 != nil }
    }

    /// Letters, digits, dots, hyphens, and colons for IPv6: nothing that a URL would read as something else.
    private static func isHost(_ name: String) -> Bool {
        (1...253).contains(name.utf8.count) && !name.hasPrefix("-")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
                default: false
                }
            }
    }

    /// What libcurl is told.
    ///
    /// The path is the EHLO name.
    var url: String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(helloName)"
    }
}

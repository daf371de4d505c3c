/// The host names that a request may name: a page that was reached under a foreign name (DNS rebinding, a
/// poisoned cache) is refused.
struct AllowedHosts: Sendable {
    private let names: Set<String>

    init(_ configuration: WebConfiguration) {
        let own = [configuration.host].filter { !Self.wildcards.contains($0) }
        names = Set((own + configuration.allowedHosts).map(Self.bare) + Self.loopback)
    }

    /// Whether `authority` (`host` or `host:port`) names this server, in any case and with any port.
    func allows(_ authority: String) -> Bool {
        guard let (host, port) = Self.split(authority.lowercased()) else { return false }
        guard port.isEmpty || (UInt16(port) != nil) else { return false }
        return names.contains(host)
    }

    private static let loopback = ["localhost", "127.0.0.1", "::1"]
    private static let wildcards = ["0.0.0.0", "::", ""]

    private static func bare(_ name: String) -> String { split(name.lowercased())?.host ?? name.lowercased() }

    /// `[::1]:80` gives `::1` and `80`; an IPv6 address without brackets is a host without port.
    private static func split(_ authority: String) -> (host: String, port: String)? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            return (String(host), String(rest.dropFirst()))
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
        return (authority, "")
    }
}

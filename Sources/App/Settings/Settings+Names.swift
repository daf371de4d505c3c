extension Settings.Institution {
    /// The host in ``baseURL``, without port and without the brackets of an IPv6 address.
    var baseHost: String {
        let rest = baseURL.drop { $0 != "/" }.drop { $0 == "/" }
        let authority = rest.prefix { $0 != "/" }
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    /// Whether people reach the pages by TLS, which a proxy speaks in front of `serve`.
    var isHTTPS: Bool { baseURL.hasPrefix("https://") }

    /// How this machine presents itself to a mail server (EHLO): the name under which people reach it.
    ///
    /// Servers refuse a bare IP address there: the domain of the sender's address stands in for it.
    var mailName: String {
        let isAddress = baseHost.utf8.allSatisfy { byte in
            byte == UInt8(ascii: ".") || (48...57).contains(byte)
        }
        guard isAddress || baseHost.contains(":") else { return baseHost }
        return senderAddress.split(separator: "@").last.map(String.init) ?? baseHost
    }
}

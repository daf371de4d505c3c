import Web

/// What a value must look like; each check answers with what is wrong, or nil.
enum SettingsCheck {
    static func address(_ value: String) -> String? {
        let parts = value.split(separator: "@", omittingEmptySubsequences: false)
        let plain = value.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"<>()[],;:\\\"".utf8.contains($0) }
        guard parts.count == 2, plain, value.utf8.count <= 254, !parts[0].isEmpty, isHostName(parts[1]),
            parts[1].contains(".")
        else { return "expected one mail address, like office@institute.example" }
        return nil
    }

    static func isHostName(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    /// A host name, or an IP address of either kind.
    static func host(_ value: String) -> String? {
        let inner = value.hasPrefix("[") && value.hasSuffix("]") ? value.dropFirst().dropLast() : value[...]
        let isV6 = inner.contains(":") && inner.utf8.allSatisfy { isHex($0) || ":.".utf8.contains($0) }
        return isV6 || isHostName(inner) ? nil : "expected a host name or an IP address"
    }

    /// The elements of a list with commas.
    static func list(_ value: String) -> [String] {
        value.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    static func proxies(_ value: String) -> String? {
        list(value).allSatisfy { host($0) == nil } ? nil : "expected IP addresses with commas between them"
    }

    static func isLoopback(_ host: String) -> Bool {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return bare == "localhost" || bare == "::1"
            || (bare.hasPrefix("127.") && bare.split(separator: ".").count == 4)
    }

    static let scannerForm =
        "expected the path of a socket on this machine, at most 107 bytes long, or a port like 127.0.0.1:3310"

    static func scanner(_ value: String) -> ClamdScanner.Address? {
        if value.hasPrefix("/") {
            return value.utf8.count <= 107 && !value.utf8.contains(0) ? .socket(path: value) : nil
        }
        let (host, port) = splitPort(value[...])
        guard let port = port.flatMap({ Int($0) }), (1...65_535).contains(port), isLoopback(String(host))
        else {
            return nil
        }
        return .port(host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : String(host), port)
    }

    static func isExample(_ address: String) -> Bool { address.lowercased().hasSuffix(".example") }

    static func institution(_ value: String) -> String? {
        let isPlain = value.utf8.allSatisfy {
            (isLetterOrDigit($0) && !(65...90).contains($0)) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, (1...63).contains(value.utf8.count), !value.hasPrefix("-") else {
            return "expected 1 to 63 small letters, digits and hyphens"
        }
        return nil
    }

    static func label(_ value: String) -> String? {
        let isPrintable = value.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        return isPrintable && value.count <= 200 ? nil : "expected one line of at most 200 characters"
    }

    /// `https://host[:port][/path]`; plain `http` for this machine only, since links in mails carry tokens.
    static func baseURL(_ value: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: value.hasPrefix) else {
            return "expected an address that begins with https://"
        }
        let rest = value.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        let (name, port) = splitPort(authority)
        guard host(String(name)) == nil, port.map({ Int($0).map((1...65_535).contains) == true }) ?? true
        else {
            return "expected https://host, with a port and a path if need be"
        }
        guard !value.contains(where: { "?# \\@".contains($0) || $0.isNewline }), !value.hasSuffix("/") else {
            return "expected no ? # @ or space in it, and no slash at its end"
        }
        return scheme == "https://" || isLoopback(String(name)) ? nil : "use https:// beyond this machine"
    }

    private static func splitPort(_ authority: Substring) -> (host: Substring, port: Substring?) {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            return (authority, nil)
        }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    /// A zone of the system's table (IANA).
    static func zone(_ value: String) -> String? {
        let isName = value.utf8.allSatisfy { isLetterOrDigit($0) || "/_+-".utf8.contains($0) }
        guard isName, !value.hasPrefix("/"),
            Folders.text(of: "/usr/share/zoneinfo/\(value)", last: 4)?.isEmpty == false
        else { return "expected a zone of the IANA table, like Europe/Paris" }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}

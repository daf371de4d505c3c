import HTTPTypes

/// The one cookie: the token of a session (RFC 6265bis; OWASP ASVS 5.0, 3.3).
///
/// Browsers take a `__Host-` cookie over TLS, and over plain HTTP from this machine itself.
enum SessionCookie {
    static let name = "__Host-entente"

    /// The token that a request brings; nil when it brings none, or two.
    static func token(in fields: HTTPFields) -> String? {
        let cookies = fields[values: .cookie].flatMap { $0.split(separator: ";") }.map {
            String($0).trimmingBlanks
        }
        let own = cookies.filter { $0.hasPrefix("\(name)=") }
        return own.count == 1 ? String(own[0].dropFirst(name.count + 1)) : nil
    }

    /// The header that gives a token; the session's own limits end it, not the browser's clock.
    static func set(_ token: String) -> String { "\(name)=\(token); \(attributes)" }

    /// The header that takes it away.
    static let clear = "\(name)=; Max-Age=0; \(attributes)"

    private static let attributes = "Path=/; Secure; HttpOnly; SameSite=Lax"
}

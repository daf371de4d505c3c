import HTTPTypes

/// The headers that every answer carries, whoever wrote it (OWASP ASVS 5.0, chapter V3.4).
struct SecurityHeaders: Sendable {
    var isBehindTLS: Bool

    /// Adds what `fields` does not already say; only `Cache-Control` may be said otherwise.
    func add(to fields: inout HTTPFields) {
        for (name, value) in Self.fixed { fields[name] = value }
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
        if isBehindTLS { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }

    /// Everything from this server only: one script of our own, none inline.
    static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "connect-src 'self'", "style-src 'self'", "img-src 'self'",
        "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let fixed: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentSecurityPolicy),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=()"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.crossOriginResourcePolicy, "same-origin"),
    ]
}

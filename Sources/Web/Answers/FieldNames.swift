import HTTPTypes

extension HTTPField.Name {
    static let requestID = make("X-Request-Id")
    static let referrerPolicy = make("Referrer-Policy")
    static let permissionsPolicy = make("Permissions-Policy")
    static let crossOriginOpenerPolicy = make("Cross-Origin-Opener-Policy")
    static let forwardedFor = make("X-Forwarded-For")
    static let hostField = make("Host")
    static let linkField = make("Link")
    static let secFetchSite = make("Sec-Fetch-Site")
    static let clearSiteData = make("Clear-Site-Data")

    private static func make(_ name: String) -> HTTPField.Name {
        guard let made = HTTPField.Name(name) else { preconditionFailure("\(name) is a token.") }
        return made
    }
}

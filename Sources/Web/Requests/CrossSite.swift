import HTTPTypes

/// Whether a request that changes something comes from our own page (OWASP ASVS 5.0, 3.5).
enum CrossSite {
    /// By Fetch-Metadata where the browser sends it, else by Origin; the form's key is asked for besides.
    static func isOwn(_ fields: HTTPFields, authority: String) -> Bool {
        // Under a strict referrer policy browsers send `Origin: null` to their own site, too.
        if let site = fields[.secFetchSite] { return site == "same-origin" }
        guard let origin = fields[.origin] else { return true }
        return origin.lowercased() == "http://\(authority.lowercased())"
            || origin.lowercased() == "https://\(authority.lowercased())"
    }

    /// The same, and the browser says so: asked for where no key of a form can tell.
    static func isProven(_ fields: HTTPFields, authority: String) -> Bool {
        isOwn(fields, authority: authority) && (fields[.secFetchSite] != nil || fields[.origin] != nil)
    }
}

/// Where a form leads back to: a path of this site, and nothing else.
enum OwnPath {
    /// `text` when it is a path of ours; nil for another site, however it is written.
    static func checked(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2_000,
            text.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return text
    }
}

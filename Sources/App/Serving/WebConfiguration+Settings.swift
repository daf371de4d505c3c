package import Web

extension WebConfiguration {
    /// Listens where the settings say, and answers to the name that links in mails lead to.
    package init(_ settings: Settings) {
        self.init(
            host: settings.http.host, port: settings.http.port,
            allowedHosts: [settings.institution.baseHost], isBehindTLS: settings.institution.isHTTPS,
            proxies: Set(settings.http.proxies))
    }
}

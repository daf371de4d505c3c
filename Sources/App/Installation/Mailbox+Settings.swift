import Mail
import Notices
import Storage

extension Mailbox {
    /// Where mails go: the configured SMTP server, or the outbox folder.
    ///
    /// A simulated institution never writes to the world: its mails go to the outbox unless the server is on loopback.
    init(_ settings: Settings, simulated: Bool) throws {
        if let server = try SMTPConfiguration.inUse(settings, simulated: simulated) {
            self = .smtp(SMTPTransport(server))
        } else {
            self = .outbox(OutboxFolder(path: settings.outboxFolder))
        }
    }
}

extension SMTPConfiguration {
    /// The server that mails go to; nil where they stay in the outbox.
    static func inUse(_ settings: Settings, simulated: Bool) throws -> SMTPConfiguration? {
        guard case .smtp(let smtp) = settings.delivery else { return nil }
        let server = try SMTPConfiguration(smtp, helloName: settings.institution.mailName)
        return simulated && !server.isLoopback ? nil : server
    }

    /// The server that an operator configured, greeted under `helloName`.
    init(_ smtp: Settings.SMTP, helloName: String) throws {
        let security: Security =
            switch smtp.security {
            case .starttls: .startTLS
            case .tls: .implicitTLS
            case .none: .clearTextOnLoopback
            }
        try self.init(
            host: smtp.host, port: smtp.port, security: security, authoritiesFile: smtp.caFile,
            credentials: smtp.login.map { Credentials(user: $0.user, password: $0.password.reveal()) },
            helloName: helloName, limits: SMTPTimeLimits(reach: smtp.connectLimit, whole: smtp.totalLimit))
    }
}

extension SMTPConfiguration {
    /// How the connection is protected.
    ///
    /// There is no "if offered": what an attacker can strip protects nothing.
    package enum Security: String, Sendable, CaseIterable {
        /// STARTTLS is required and the certificate verified; never falls back (RFC 3207, RFC 8314).
        case startTLS = "starttls"
        /// TLS from the first byte, certificate verified (RFC 8314 section 3.3).
        case implicitTLS = "tls"
        /// No protection; accepted for a loopback host only.
        case clearTextOnLoopback = "none"
    }

    /// A login.
    ///
    /// Printing or reflecting it shows neither the user nor the password.
    package struct Credentials: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
        CustomReflectable
    {
        let user: String
        let password: String

        /// Name and password, never printed.
        package init(user: String, password: String) { (self.user, self.password) = (user, password) }

        package var description: String { "(credentials)" }
        package var debugDescription: String { description }
        /// Empty, so that no dump shows the password.
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Why a configuration is refused.
    package enum Invalid: Error, Equatable, CustomStringConvertible {
        case host
        case port
        case helloName
        case clearText
        case lanes

        package var description: String {
            switch self {
            case .host: "the SMTP host is a host name or an IP address"
            case .port: "the SMTP port lies between 1 and 65535"
            case .helloName: "the EHLO name is a host name"
            case .clearText: "SMTP without TLS is possible to this machine (loopback) only"
            case .lanes: "an SMTP transport holds 1 to 32 conversations at once"
            }
        }
    }
}

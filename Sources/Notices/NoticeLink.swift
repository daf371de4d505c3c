package import Crypto
package import FoundationEssentials

/// The link of a notice: a placeholder in the stored text, a token made at sending, so that no token lies in the
/// database and each retry has the same bytes.
package enum NoticeLink {
    /// Stands in stored texts where the link will be.
    package static let placeholder = "entente:link"

    /// The form of the links that are made now; a higher one makes every earlier link void.
    package static let version = 1

    /// What a token that somebody brings is worth.
    package enum Verdict: Sendable, Equatable {
        case current
        /// It was good for an earlier version of the links.
        case superseded
        /// Nobody made it for this notice with this key.
        case wrong
    }

    /// `BASE/n/<notice>/<token>`; the token is HMAC-SHA-256(key, purpose || notice id || version), base64url, 128 bits.
    package static func url(base: String, notice: UUID, version: Int = version, key: SymmetricKey) -> String {
        "\(base)/n/\(notice.uuidString.lowercased())/\(token(of: notice, version: version, key: key))"
    }

    /// Compares a token with those made for this notice; the time that takes tells nothing of where they differ.
    package static func verdict(
        on token: String, of notice: UUID, version: Int = version, key: SymmetricKey
    ) -> Verdict {
        if isEqual(token, Self.token(of: notice, version: version, key: key)) { return .current }
        let isEarlier = (1..<max(1, version)).contains {
            isEqual(token, Self.token(of: notice, version: $0, key: key))
        }
        return isEarlier ? .superseded : .wrong
    }

    private static func token(of notice: UUID, version: Int, key: SymmetricKey) -> String {
        let id = notice.uuidString.lowercased()
        let code = HMAC<SHA256>.authenticationCode(for: Data("notice\n\(id)\n\(version)".utf8), using: key)
        return Data(code.prefix(16)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Looks at every byte, wherever the first difference is; the length of a token is no secret.
    private static func isEqual(_ brought: String, _ made: String) -> Bool {
        let (brought, made) = (Array(brought.utf8), Array(made.utf8))
        guard brought.count == made.count else { return false }
        return zip(brought, made).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

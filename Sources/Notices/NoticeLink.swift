package import Crypto
package import FoundationEssentials

/// The link of a notice: a placeholder in the stored text, a token made at sending, so that no token lies in the
/// database and each retry has the same bytes.
package enum NoticeLink {
    /// Stands in stored texts where the link will be.
    package static let placeholder = "entente:link"

    /// `BASE/n/<notice>/<token>`; the token is HMAC-SHA-256(key, purpose || notice id || version), base64url, 128 bits.
    package static func url(base: String, notice: UUID, version: Int = 1, key: SymmetricKey) -> String {
        let id = notice.uuidString.lowercased()
        let code = HMAC<SHA256>.authenticationCode(for: Data("notice\n\(id)\n\(version)".utf8), using: key)
        let token = Data(code.prefix(16)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return "\(base)/n/\(id)/\(token)"
    }
}

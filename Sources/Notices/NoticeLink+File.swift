package import Agreements
package import Crypto
package import FoundationEssentials

extension NoticeLink {
    /// Stands in the text of a notice that speaks of many files where the link to this one will be; without a file,
    /// ``placeholder``.
    package static func placeholder(for file: Agreement.ID?) -> String {
        file.map { "\(placeholder)/\($0)" } ?? placeholder
    }

    /// `BASE/n/<notice>/<file>/<token>`: the token is of this file in this notice only, 128 bits as the other.
    package static func url(
        base: String, notice: UUID, file: Agreement.ID, version: Int = 1, key: SymmetricKey
    ) -> String {
        let id = notice.uuidString.lowercased()
        let purpose = Data("notice file\n\(id)\n\(file)\n\(version)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: purpose, using: key)
        let token = Data(code.prefix(16)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return "\(base)/n/\(id)/\(file)/\(token)"
    }

    /// The text with each placeholder replaced by what `link` says for its file, nil where it names none.
    static func filled(_ text: String, _ link: (Agreement.ID?) -> String) -> String {
        text.replacing(#/entente:link(?:/([0-9a-f-]{36}))?/#) { match in
            link(match.output.1.flatMap { Agreement.ID(String($0)) })
        }
    }
}

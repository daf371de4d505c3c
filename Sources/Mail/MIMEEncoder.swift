import Crypto

/// Turns a ``Message`` into the bytes that go over the wire (RFC 5322, RFC 2045 to 2047, RFC 2046 section
/// 5.1.4).
///
/// A pure function: the same message gives the same bytes, for ever. Every line ends in CRLF, is ASCII and at
/// most 998 bytes (78 where an address is not longer); no line begins with a dot and none is `From `, so a
/// transport has nothing to escape. Cost: linear in the bodies.
package enum MIMEEncoder {
    /// The whole message: headers in a fixed order, an empty line, `text/plain` or `multipart/alternative`.
    package static func encode(_ message: Message) -> [UInt8] {
        var lines = headers(of: message)
        if let html = message.html {
            let boundary = boundary(for: message.id)
            lines += ["Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", ""]
            lines += ["--\(boundary)"] + part(message.text, subtype: "plain")
            lines += ["--\(boundary)"] + part(html, subtype: "html") + ["--\(boundary)--"]
        } else {
            lines += part(message.text, subtype: "plain")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private static func headers(of message: Message) -> [String] {
        var lines = ["Date: \(message.date.rfc5322)", addresses("From", [message.from])]
        lines.append(addresses("To", message.to))
        if !message.cc.isEmpty { lines.append(addresses("Cc", message.cc)) }
        if let replyTo = message.replyTo { lines.append(addresses("Reply-To", [replyTo])) }
        lines.append(HeaderLine.unstructured("Subject", message.subject))
        lines.append(HeaderLine.folded("Message-ID", [message.id.text]))
        for header in message.extra { lines.append(HeaderLine.folded(header.name, header.tokens)) }
        lines.append("Auto-Submitted: \(message.autoSubmitted.rawValue)")
        if !message.languages.isEmpty {
            lines.append(HeaderLine.folded("Content-Language", commaSeparated(message.languages)))
        }
        return lines + ["MIME-Version: 1.0"]
    }

    private static func addresses(_ name: String, _ list: [MailAddress]) -> String {
        let tokens = list.enumerated().flatMap { index, address in
            let words = address.name.map(HeaderLine.phrase) ?? []
            let spec = words.isEmpty ? address.text : "<\(address.text)>"
            return words + [index + 1 < list.count ? "\(spec)," : spec]
        }
        return HeaderLine.folded(name, tokens)
    }

    private static func commaSeparated(_ items: [String]) -> [String] {
        items.enumerated().map { index, item in index + 1 < items.count ? "\(item)," : item }
    }

    private static func part(_ body: String, subtype: String) -> [String] {
        let (encoding, lines) = BodyEncoding.encode(body)
        return [
            "Content-Type: text/\(subtype); charset=utf-8", "Content-Transfer-Encoding: \(encoding.rawValue)",
            "",
        ] + lines
    }

    /// Neither body encoding can produce `=_`, so the boundary cannot occur in a part.
    static func boundary(for id: MessageID) -> String {
        let digest = SHA256.hash(data: Array("entente mime boundary\n\(id.text)".utf8))
        return "=_" + Hexadecimal.string(digest.prefix(16))
    }
}

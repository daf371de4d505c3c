/// How one body travels: quoted-printable while most of it is readable, base64 once more than a sixth of its
/// bytes would have to be escaped (a Korean or Russian text).
enum BodyEncoding: String {
    case quotedPrintable = "quoted-printable"
    case base64

    /// The encoding chosen and the lines, without their ends.
    ///
    /// Line ends become CRLF; other control characters than TAB become U+FFFD, so that what was there is seen
    /// and nothing acts on it.
    static func encode(_ body: String) -> (BodyEncoding, [String]) {
        let text = normalized(body)
        let escaped = text.utf8.lazy.filter { $0 > 0x7E || $0 == 0x3D }.count
        guard escaped * 6 > text.utf8.count else { return (.quotedPrintable, QuotedPrintable.lines(text)) }
        return (.base64, Base64.lines(Array(text.replacing("\n", with: "\r\n").utf8)))
    }

    /// LF line ends and one at the end, no control character but TAB.
    private static func normalized(_ body: String) -> String {
        var output = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in body.unicodeScalars {
            switch scalar.value {
            case 0x0A: if previous != "\r" { output.append("\n") }
            case 0x0D: output.append("\n")
            case 0x09: output.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: output.append("\u{FFFD}")
            default: output.append(scalar)
            }
            previous = scalar
        }
        while output.last == "\n" { output.removeLast() }
        return String(output)
    }
}

/// Header fields as folded lines without their last CRLF.
enum HeaderLine {
    /// RFC 5322 section 2.1.1: lines should keep to 78 characters.
    private static let columnsMax = 78

    /// Joins tokens by a space, or by CRLF and a space where the next would pass column 78.
    ///
    /// Tokens hold no blank or line end; one longer than a line gets a line of its own.
    static func folded(_ name: String, _ tokens: [String]) -> String {
        var field = "\(name):"
        var column = field.utf8.count
        for (index, token) in tokens.enumerated() {
            if index > 0, column + 1 + token.utf8.count > columnsMax {
                field += "\r\n"
                column = 0
            }
            field += " \(token)"
            column += 1 + token.utf8.count
        }
        return field
    }

    /// Free text (RFC 5322 section 2.2.1): as it is when plain ASCII, else as encoded words (RFC 2047).
    static func unstructured(_ name: String, _ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let plain = words.allSatisfy { isPlain($0) && $0.utf8.count <= 60 } && !text.contains("=?")
        return folded(name, plain ? words : EncodedWord.words(text, first: 76 - name.utf8.count - 2))
    }

    /// A display name (RFC 5322 `phrase`): atoms, one quoted string, or encoded words.
    static func phrase(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        guard words.allSatisfy(isPlain), name.utf8.count <= 60, !name.contains("=?") else {
            return EncodedWord.words(name, first: 64)
        }
        if words.allSatisfy({ $0.unicodeScalars.allSatisfy(MailAddress.isAtomText) }) { return words }
        let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return ["\"\(escaped)\""]
    }

    private static func isPlain(_ word: String) -> Bool {
        word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

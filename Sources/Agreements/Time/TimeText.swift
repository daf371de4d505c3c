/// A value of legal time with exactly one canonical text, in which it is coded, logged and shown.
package protocol TimeText: Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Reads a text written by people or by ``description``.
    /// - Throws: ``TimeTextError`` that names the text and what is wrong with it.
    init(parsing text: some StringProtocol) throws(TimeTextError)
}

extension TimeText {
    /// A value written in source code; a wrong literal is a programming error and traps.
    package init(stringLiteral text: String) {
        do { try self.init(parsing: text) } catch { preconditionFailure(error.description) }
    }

    /// Reads the value from its text.
    package init(from decoder: any Decoder) throws {
        try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the value as its text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

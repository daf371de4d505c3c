import Agreements
import Notices

extension LocalizedText {
    /// The same as it is printed: no-break spaces before the high signs of French, and the quotation marks and apostrophes
    /// of each language in place of those that a keyboard writes.
    var printed: LocalizedText {
        LocalizedText(
            fr: Typography(.french, zone: .paris).spaced(Self.withApostrophes(fr)),
            en: Self.withQuotationMarks(Self.withApostrophes(en)))
    }

    private static func withApostrophes(_ text: String) -> String {
        guard text.contains("'") else { return text }
        var characters = Array(text)
        for index in characters.indices.dropFirst().dropLast()
        where characters[index] == "'" && characters[index - 1].isLetter && characters[index + 1].isLetter {
            characters[index] = "’"
        }
        return String(characters)
    }

    /// Only pairs: of a mark that stands alone nobody can tell which it is.
    private static func withQuotationMarks(_ text: String) -> String {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count.isMultiple(of: 2) == false else { return text }
        return parts.dropFirst().enumerated().reduce(String(parts[0])) { text, part in
            text + (part.offset.isMultiple(of: 2) ? "“" : "”") + part.element
        }
    }
}

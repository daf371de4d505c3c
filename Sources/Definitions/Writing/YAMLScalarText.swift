/// How scalars are written: plain where nothing can be mistaken, else in double quotes, or as a block.
enum YAMLScalarText {
    /// The value in flow style.
    static func inline(_ value: YAMLValue) -> String {
        switch value {
        case .plain(let text): text
        case .text(let text): scalar(text)
        case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
        case .mapping(let members) where members.isEmpty: "{}"
        case .mapping(let members):
            "{ " + members.map { "\(key($0.key)): \(inline($0.value))" }.joined(separator: ", ") + " }"
        }
    }

    /// A key; the question mark of an optional input stays plain.
    static func key(_ text: String) -> String {
        text.last == "?" && isPlain(String(text.dropLast())) ? text : scalar(text)
    }

    /// A text of several lines as a literal block; nil where only quotes keep it.
    static func block(_ text: String, indent: Int) -> String? {
        let scalars = text.unicodeScalars
        let isShown = scalars.allSatisfy { $0 == "\n" || isPrinted($0) }
        let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard isShown, let first = lines.first, !first.isEmpty, first.first != " ",
            !lines.contains(where: { !$0.isEmpty && $0.allSatisfy { $0 == " " } })
        else { return nil }
        let ends = lines.reversed().prefix(while: \.isEmpty).count
        let body = lines.dropLast(ends).map { $0.isEmpty ? "" : String(repeating: " ", count: indent) + $0 }
        let header = ends == 0 ? "|-" : ends == 1 ? "|" : "|+"
        return header + "\n" + (body + Array(repeating: "", count: max(0, ends - 1))).joined(separator: "\n")
    }

    private static func scalar(_ text: String) -> String {
        isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Words of letters, digits and a few signs, which no rule of YAML gives another meaning.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first), text.last != " ",
            !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy {
            isLetter($0) || isDigit($0) || "_ .'()/+-’".unicodeScalars.contains($0)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x250
    }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: scalar.value != 0xFEFF
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\n": return "\\n"
        case "\t": return "\\t"
        default:
            guard !isPrinted(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
    }
}

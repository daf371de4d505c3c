/// A value to be written as YAML in the profile of the house: block style, no anchors, no tags.
enum YAMLOutput {
    case null
    case flag(Bool)
    case text(String)
    case list([YAMLOutput])
    case map([(key: String, value: YAMLOutput)])

    /// The members that are there, in order.
    static func members(_ members: KeyValuePairs<String, YAMLOutput?>) -> YAMLOutput {
        .map(members.compactMap { key, value in value.map { (key: key, value: $0) } })
    }

    /// The list; nil when it is empty.
    static func some(_ items: [YAMLOutput]) -> YAMLOutput? { items.isEmpty ? nil : .list(items) }

    /// The value as a document.
    var document: String {
        var out = ""
        write(to: &out, indent: 0, isInline: true)
        return out
    }

    /// Writes the value; `isInline` is true where the line has been begun at this indent.
    private func write(to out: inout String, indent: Int, isInline: Bool) {
        switch self {
        case .null: out += "~\n"
        case .flag(let flag): out += "\(flag)\n"
        case .text(let text): out += Self.scalar(text) + "\n"
        case .list(let items) where items.isEmpty: out += "[]\n"
        case .list(let items) where items.allSatisfy(\.isShort): out += "[\(flow(items))]\n"
        case .map(let members) where members.isEmpty: out += "{}\n"
        case .list(let items):
            lines(items, to: &out, indent, isInline) { item, out in
                out += "- "
                item.write(to: &out, indent: indent + 2, isInline: true)
            }
        case .map(let members):
            lines(members, to: &out, indent, isInline) { member, out in
                out += "\(Self.key(member.key)):"
                if member.value.isBlock { out += "\n" } else { out += " " }
                member.value.write(to: &out, indent: indent + 2, isInline: !member.value.isBlock)
            }
        }
    }

    private func lines<Item>(
        _ items: [Item], to out: inout String, _ indent: Int, _ isInline: Bool,
        _ write: (Item, inout String) -> Void
    ) {
        for (number, item) in items.enumerated() {
            if number > 0 || !isInline { out += String(repeating: " ", count: indent) }
            write(item, &out)
        }
    }

    /// Whether the value takes lines of its own.
    private var isBlock: Bool {
        switch self {
        case .null, .flag, .text: false
        case .list(let items): !items.isEmpty && !items.allSatisfy(\.isShort)
        case .map(let members): !members.isEmpty
        }
    }

    private var isShort: Bool {
        if case .text(let text) = self { text.utf8.count <= 24 } else { false }
    }

    private func flow(_ items: [YAMLOutput]) -> String {
        items.map { item in
            if case .text(let text) = item { Self.scalar(text) } else { "~" }
        }.joined(separator: ", ")
    }

    /// A word of the notation, as it stands in every file: `on` too.
    private static func key(_ text: String) -> String { isPlain(text) ? text : scalar(text) }

    private static func isPlain(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.\-]*/) != nil
    }

    /// Words that some reader of YAML takes for something else than a text.
    private static let mistaken: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    ]

    /// Plain where nothing can be mistaken, else in double quotes.
    private static func scalar(_ text: String) -> String {
        if isPlain(text), !mistaken.contains(text.lowercased()) { return text }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case " "..."~": return String(scalar)
        default:
            let isShown = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isShown, scalar.value < 0x10000 { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
    }
}

extension Tree {
    /// The document in block style, as it can be loaded and read again.
    var yaml: String { lines.joined(separator: "\n") + "\n" }

    private var lines: [String] {
        switch self {
        case .scalar: [inline ?? ""]
        case .list(let items):
            items.flatMap { item in item.inline.map { ["- " + $0] } ?? (["-"] + item.indented) }
        case .map(let pairs):
            pairs.flatMap { pair in
                pair.value.inline.map { ["\(pair.key): " + $0] } ?? (["\(pair.key):"] + pair.value.indented)
            }
        }
    }

    private var indented: [String] { lines.map { "  " + $0 } }

    /// What stands behind a key on its own line.
    private var inline: String? {
        switch self {
        case .list(let items): items.isEmpty ? "[]" : nil
        case .map(let pairs): pairs.isEmpty ? "{}" : nil
        case .scalar(let text, let isPlain): isPlain && !text.contains("\n") ? text : Self.quoted(text)
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"" + escaped.replacing("\n", with: "\\n") + "\""
    }
}

import Agreements

/// Texts as Graphviz reads them.
enum DOTText {
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
        return "\"\(escaped)\""
    }

    /// A text inside a label of the HTML kind.
    static func markup(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("\n", with: " ")
    }

    /// What a state shows, its title in bold; lines are broken where they grow long.
    static func lines(
        of face: DiagramFace, _ language: Language, isEnd: Bool = false, isHere: Bool = false
    ) -> String {
        var lines = broken(face.title, at: 28).map { "<b>\(markup($0))</b>" }
        if isEnd { lines[0] = "■ " + lines[0] }
        if isHere { lines.insert(small("● " + (language == .french ? "ici" : "here")), at: 0) }
        lines += (face.mark.map { broken("◆ \($0)", at: 34) } ?? []).map {
            "<b>\(small($0, colour: DiagramColours.mark))</b>"
        }
        lines += (face.task.map { broken($0, at: 34) } ?? []).map { small($0) }
        lines += face.children.flatMap { broken("▸ \($0)", at: 34) }.map { small($0) }
        lines += face.inside.flatMap { broken("· \($0)", at: 34) }.map { small($0) }
        lines += face.acts.prefix(5).flatMap { broken("↻ \($0)", at: 34) }.map { small($0) }
        return lines.joined(separator: "<br/>")
    }

    /// The text of an arrow, who and when not below it.
    static func label(_ arrow: DiagramArrow) -> String {
        let text = broken(arrow.text, at: 26).map(markup)
        return (text + arrow.notes.flatMap { broken($0, at: 30) }.map { "<i>\(small($0))</i>" })
            .joined(separator: "<br/>")
    }

    private static func small(_ text: String, colour: String? = nil) -> String {
        let colour = colour.map { " color=\"\($0)\"" } ?? ""
        return "<font point-size=\"10\"\(colour)>\(markup(text))</font>"
    }

    /// The text in lines of about that many characters.
    private static func broken(_ text: String, at width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

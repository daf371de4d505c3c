import Agreements

/// The HTML part of a notice: the plain text in paragraphs, with its link; no style sheet, no picture, no tracking.
enum NoticeHTML {
    /// - Parameter link: what is made to lead somewhere wherever it stands in the text; not empty.
    static func page(_ parts: [NoticePart], link: String) -> String {
        let bodies = parts.map { part in
            "<div lang=\"\(part.language.rawValue)\">\n\(paragraphs(of: part.text, link))\n</div>"
        }
        let language = parts.first?.language.rawValue ?? "fr"
        return """
            <!DOCTYPE html>
            <html lang="\(language)"><head><meta charset="utf-8"><title>\(escaped(parts.first?.subject ?? ""))</title></head>
            <body>
            \(bodies.joined(separator: "\n<hr>\n"))
            </body></html>
            """
    }

    private static func paragraphs(of text: String, _ link: String) -> String {
        text.split(separator: "\n\n", omittingEmptySubsequences: true)
            .map { paragraph in
                let lines = paragraph.split(separator: "\n").map {
                    linked(escaped(String($0)), escaped(link))
                }
                return "<p>\(lines.joined(separator: "<br>\n"))</p>"
            }
            .joined(separator: "\n")
    }

    private static func linked(_ line: String, _ link: String) -> String {
        line.replacing(link, with: "<a href=\"\(link)\">\(link)</a>")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

import Agreements

/// Blanks as French printing wants them, and the signs that each language writes in its own way.
enum Typography {
    /// A colon between a word and what it introduces.
    static func colon(_ language: Language) -> String {
        switch language {
        case .french: "\u{00A0}: "
        case .english: ": "
        }
    }

    /// What templates name `t.sign.…`: a colon, quotation marks.
    static func signs(_ language: Language) -> [String: String] {
        switch language {
        case .french: ["colon": colon(language), "open": "«\u{00A0}", "close": "\u{00A0}»"]
        case .english: ["colon": colon(language), "open": "“", "close": "”"]
        }
    }

    /// No line breaks before a colon or another high sign, nor inside quotation marks.
    static func french(_ text: String) -> String {
        blanks.reduce(text) { $0.replacing($1.plain, with: $1.fine) }
    }

    private static let blanks: [(plain: String, fine: String)] = [
        (" :", "\u{00A0}:"), (" »", "\u{00A0}»"), ("« ", "«\u{00A0}"), (" ;", "\u{202F};"),
        (" ?", "\u{202F}?"),
        (" !", "\u{202F}!"),
    ]
}

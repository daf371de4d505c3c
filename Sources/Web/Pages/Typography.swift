/// Blanks as French printing wants them.
enum Typography {
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

/// Free text on its way into a header: nothing in it may end a line or disguise what is shown.
enum HeaderText {
    /// Drops control, direction and zero-width characters, makes every run of blanks one space, trims, and
    /// cuts at `max` characters, the last of which is then an ellipsis.
    ///
    /// No-break spaces stay, for French asks for them, unless nothing else stands between two blanks.
    static func clean(_ text: String, max: Int) -> String {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isBlank(scalar) {
                words.append(String(word))
                word = .init()
            } else if !isHidden(scalar) {
                word.append(scalar)
            }
        }
        words = (words + [String(word)]).filter { !$0.unicodeScalars.allSatisfy(isNoBreak) }
        let line = words.joined(separator: " ")
        return line.count <= max ? line : String(line.prefix(max - 1)) + "…"
    }

    /// Blanks and everything that a reader or a server may take for a line end.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isNoBreak(_ scalar: Unicode.Scalar) -> Bool { [0xA0, 0x202F].contains(scalar.value) }

    /// Controls, zero-width characters and direction overrides; joiners stay, since some scripts need them.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }
}

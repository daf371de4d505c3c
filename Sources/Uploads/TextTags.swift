/// Which tags make the text of a kind of document, by the names that office suites write them with.
struct TextTags {
    /// What a tag does to the text; any other is passed over, and what it encloses is read.
    enum Role {
        case paragraph
        /// Its characters are words.
        case words
        /// It stands for these characters.
        case sign(String)
        /// It stands for as many blanks as it says.
        case blanks
        /// A line ends, unless it says that a page or a column does.
        case lineBreak
        /// A note, unless it says that it is a line between the text and the notes.
        case note
        /// What it encloses was deleted; empty, the end of the paragraph that it stands in was.
        case deleted
        /// What it encloses is no text of the document, or stands there a second time.
        case leftOut
    }

    let roles: [String: Role]
    /// Words stand in a paragraph without a tag of their own; blanks between them are one, and none at its ends.
    let isMixed: Bool

    /// ISO/IEC 29500-1, 17.3 to 17.13; the same once more for older readers is 29500-3, 9.3.
    static let word = TextTags(
        roles: [
            "w:p": .paragraph, "w:t": .words, "m:t": .words, "w:tab": .sign("\t"), "w:ptab": .sign("\t"),
            "w:cr": .sign("\n"), "w:noBreakHyphen": .sign("\u{2011}"), "w:br": .lineBreak,
            "w:footnote": .note, "w:endnote": .note, "w:del": .deleted, "w:moveFrom": .deleted,
            "w:tabs": .leftOut, "mc:Fallback": .leftOut,
        ], isMixed: false)

    /// OpenDocument 1.3, part 3, chapters 5 and 6.
    static let writer = TextTags(
        roles: [
            "text:p": .paragraph, "text:h": .paragraph, "text:s": .blanks, "text:tab": .sign("\t"),
            "text:line-break": .sign("\n"), "text:tracked-changes": .leftOut, "text:note-citation": .leftOut,
            "office:annotation": .leftOut, "office:binary-data": .leftOut, "svg:title": .leftOut,
            "svg:desc": .leftOut,
        ], isMixed: true)
}

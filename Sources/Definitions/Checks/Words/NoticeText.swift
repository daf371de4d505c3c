import Agreements

/// One text of a notice as it stands in a file: a subject or a body, in one language.
struct NoticeText {
    var notice: String
    /// What it is, for messages: "the French subject".
    var words: LocalizedText
    var node: YAMLNode
    /// The text of the file; nil where it could not be read.
    var file: YAMLText?

    var text: String { node.scalar?.text ?? "" }

    /// The place of a code point of the text.
    func place(of offset: Int) -> Place { file?.place(of: offset, in: node) ?? node.place }

    /// The texts of a notice's `subject` and `body` mappings; what is no text is left out.
    static func all(
        of notice: String, _ fields: Fields, in files: [String: YAMLText]
    ) -> [NoticeText] {
        ["subject", "body"].flatMap { part -> [NoticeText] in
            guard case .mapping(let entries)? = fields[part]?.content else { return [] }
            return entries.compactMap { entry in
                guard let language = Language(rawValue: entry.key), entry.value.scalar != nil else {
                    return nil
                }
                let name = language == .french ? "French" : "English"
                let words = LocalizedText(
                    fr: (part == "subject" ? "l’objet" : "le corps")
                        + (language == .french ? " français" : " anglais"), en: "the \(name) \(part)")
                return NoticeText(
                    notice: notice, words: words, node: entry.value,
                    file: files[entry.value.place.file])
            }
        }
    }
}

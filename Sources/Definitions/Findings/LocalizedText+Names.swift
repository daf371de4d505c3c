import Agreements

extension LocalizedText {
    /// A name, or a text to write as it is: the same in both languages.
    init(name: String) { self.init(fr: name, en: name) }
}

extension Sequence<String> {
    /// One of these, in words.
    var alternatives: LocalizedText {
        LocalizedText(fr: joined(separator: " ou "), en: joined(separator: " or "))
    }

    /// All of these, in words.
    var together: LocalizedText {
        LocalizedText(fr: joined(separator: " et "), en: joined(separator: " and "))
    }
}

extension Sequence<LocalizedText> {
    /// All of them with a text between two.
    func joined(separator: String) -> LocalizedText {
        LocalizedText(
            fr: map(\.fr).joined(separator: separator), en: map(\.en).joined(separator: separator))
    }
}

import Agreements

/// What a notice is about, in words: its subject without the name of the house, the file and its date.
struct NoticeTitle {
    let subject: LocalizedText
    /// What its subject may name, by the names of the templates.
    var values: [String: LocalizedText] = [:]

    var text: LocalizedText { LocalizedText(fr: text(.french), en: text(.english)) }

    private func text(_ language: Language) -> String {
        var text = subject[language].replacing("[Entente] ", with: "")
        while let section = Section(in: text) {
            let isThere = values[section.name] != nil
            text = section.before + (isThere == section.isPositive ? section.inner : "") + section.behind
        }
        for (name, value) in values { text = text.replacing("{{\(name)}}", with: value[language]) }
        return text.split(separator: " – ").filter { !$0.contains("{{") }.joined(separator: " – ")
    }

    /// The first part of a template that stands only where a value does, or does not.
    private struct Section {
        let name: String
        let isPositive: Bool
        let before: String
        let inner: String
        let behind: String

        init?(in text: String) {
            let starts = [text.firstRange(of: "{{#"), text.firstRange(of: "{{^")].compactMap(\.self)
            guard let start = starts.min(by: { $0.lowerBound < $1.lowerBound }),
                let close = text[start.upperBound...].firstRange(of: "}}")
            else { return nil }
            let name = text[start.upperBound..<close.lowerBound]
            guard let end = text[close.upperBound...].firstRange(of: "{{/\(name)}}") else { return nil }
            self.name = String(name)
            isPositive = text[start] == "{{#"
            before = String(text[..<start.lowerBound])
            inner = String(text[close.upperBound..<end.lowerBound])
            behind = String(text[end.upperBound...])
        }
    }
}

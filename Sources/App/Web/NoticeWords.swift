import Agreements
import FoundationEssentials

/// Notices and what became of them, in words.
struct NoticeWords {
    let workflows: [Workflow]
    let names: [Person.ID: String]

    /// What a notice is about, with its name in the definitions.
    func title(_ id: String) -> LocalizedText {
        guard let notice = workflows.lazy.compactMap({ $0.notices[id] }).first else {
            return LocalizedText(fr: id, en: id)
        }
        let title = NoticeTitle(subject: notice.subject).text
        return LocalizedText(
            fr: title.fr.isEmpty ? id : "« \(title.fr) » (\(id))",
            en: title.en.isEmpty ? id : "“\(title.en)” (\(id))")
    }

    /// Why it did not arrive, as it is kept.
    func cause(_ text: String) -> LocalizedText { cause(LocalizedText(fr: text, en: text)) }

    /// Why it did not arrive; whoever noted that it came back is named.
    func cause(_ text: LocalizedText) -> LocalizedText {
        guard let found = text.en.wholeMatch(of: /returned, noted by ([^ ]+): (.*)/.dotMatchesNewlines())
        else {
            return text
        }
        let (actor, said) = (String(found.1), found.2)
        let name = Person.ID(actor).map { names[$0] ?? "–" }
        return LocalizedText(
            fr: "revenu\(name.map { ", noté par \($0)" } ?? "")\u{00A0}: \(said)",
            en: "returned\(name.map { ", noted by \($0)" } ?? ""): \(said)")
    }
}

package import Agreements
package import Engine
import FoundationEssentials

/// Writes digests: in the reader's language, or in both when it is not known.
///
/// Pure but for the identity that it takes from `randomness`. The same morning gives the same text.
package struct DigestComposer: Sendable {
    private let letterhead: Letterhead
    private let randomness: Randomness

    package init(letterhead: Letterhead, randomness: Randomness) {
        self.letterhead = letterhead
        self.randomness = randomness
    }

    /// The summary of the steps that a person may do, in the order of ``DigestLine/isEarlier(_:_:)``; nil when there is
    /// none.
    package func compose(_ lines: [DigestLine], for reader: DigestReader, on morning: Morning)
        -> ComposedDigest?
    {
        guard !lines.isEmpty else { return nil }
        let lines = lines.sorted(by: DigestLine.isEarlier)
        return digest(.steps, for: reader, on: morning) { words in
            (words.subject(of: lines), words.text(of: lines))
        }
    }

    /// The summary for the office; nil when nothing is late and nothing failed.
    package func compose(_ summary: OfficeSummary, for reader: DigestReader, on morning: Morning)
        -> ComposedDigest?
    {
        guard !summary.items.isEmpty else { return nil }
        return digest(.office, for: reader, on: morning) { words in
            (words.subject(of: summary), words.text(of: summary))
        }
    }

    private func digest(
        _ kind: ComposedDigest.Kind, for reader: DigestReader, on morning: Morning,
        _ write: (DigestWords) -> (subject: String, text: String)
    ) -> ComposedDigest {
        let languages = reader.language.map { [$0] } ?? Language.allCases
        let parts = languages.map { language in
            let words = DigestWords(
                language, morning: morning, letterhead: letterhead, comesByLink: reader.comesByLink)
            let (subject, text) = write(words)
            return NoticePart(language: language, subject: words.spaced(subject), text: words.spaced(text))
        }
        let id = randomness.uuid()
        return ComposedDigest(
            id: id, person: reader.person, day: morning.day, kind: kind,
            messageID: "<\(id.uuidString.lowercased())@\(letterhead.mailDomain)>", name: reader.contact.name,
            address: reader.contact.email, subject: NoticeComposer.subject(of: parts),
            text: parts.map(\.text).joined(separator: NoticeComposer.separator),
            html: NoticeHTML.page(parts, link: letterhead.baseURL),
            language: languages.map(\.rawValue).joined(separator: ", "), createdAt: morning.now)
    }
}

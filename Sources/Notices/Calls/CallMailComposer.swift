package import Agreements
package import Engine
import FoundationEssentials

/// Writes what subscribers are told of a call (`N03` without a file): in the reader's language, or in both when it is not
/// known.
///
/// Pure but for the identity that it takes from `randomness`.
package struct CallMailComposer: Sendable {
    private let letterhead: Letterhead
    private let zone: Zone
    private let randomness: Randomness

    package init(letterhead: Letterhead, zone: Zone, randomness: Randomness) {
        self.letterhead = letterhead
        self.zone = zone
        self.randomness = randomness
    }

    /// - Parameter opened: whether the news is that it opened; else it was extended.
    package func compose(
        _ call: Call, opened: Bool, for reader: DigestReader, at instant: Instant
    ) -> ComposedCallMail {
        let languages = reader.language.map { [$0] } ?? Language.allCases
        let parts = languages.map { part(call, opened, $0) }
        let id = randomness.uuid()
        return ComposedCallMail(
            id: id, person: reader.person,
            messageID: "<\(id.uuidString.lowercased())@\(letterhead.mailDomain)>", name: reader.contact.name,
            address: reader.contact.email, subject: NoticeComposer.subject(of: parts),
            text: parts.map(\.text).joined(separator: NoticeComposer.separator),
            html: NoticeHTML.page(parts, link: letterhead.baseURL),
            language: languages.map(\.rawValue).joined(separator: ", "), createdAt: instant)
    }

    private func part(_ call: Call, _ opened: Bool, _ language: Language) -> NoticePart {
        let typography = Typography(language, zone: zone)
        let (subject, text) = (subject(call, opened, typography), text(call, opened, typography))
        return NoticePart(
            language: language, subject: typography.spaced(subject[language]),
            text: typography.spaced(text[language]))
    }

    private func subject(_ call: Call, _ opened: Bool, _ typography: Typography) -> LocalizedText {
        let (names, closing) = (
            call.instruments.joined(separator: ", "), typography.dateAndTime(call.closesAt)
        )
        return LocalizedText(
            fr:
                "[Entente] Appel \(call.year) \(opened ? "ouvert" : "prolongé") – \(names) – clôture le \(closing)",
            en:
                "[Entente] \(call.year) call \(opened ? "open" : "extended") – \(names) – closes on \(closing)"
        )
    }

    private func text(_ call: Call, _ opened: Bool, _ typography: Typography) -> LocalizedText {
        let (names, closing) = (
            call.instruments.joined(separator: ", "), typography.dateAndTime(call.closesAt)
        )
        let french =
            opened
            ? "L’appel \(call.year) (\(names)) est ouvert : un dossier peut être envoyé jusqu’au \(closing)."
            : "L’appel \(call.year) (\(names)) est prolongé : il se clôt désormais le \(closing)."
        let english =
            opened
            ? "The \(call.year) call (\(names)) is open: a proposal can be sent until \(closing)."
            : "The \(call.year) call (\(names)) is extended: it now closes on \(closing)."
        return LocalizedText(
            fr: """
                Madame, Monsieur,

                \(french)

                Dans Entente : \(letterhead.baseURL)
                Question, ou pour ne plus être averti des appels : \(letterhead.contact)

                Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
                Le Pôle relations internationales
                """,
            en: """
                Dear Madam or Sir,

                \(english)

                In Entente: \(letterhead.baseURL)
                Questions, or to be told of calls no more: \(letterhead.contact)

                Yours faithfully,
                The international office
                """)
    }
}

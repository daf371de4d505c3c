package import Agreements
package import Engine
import FoundationEssentials
import Mustache

/// Writes the text of a notice: in the recipient's language, or in both when it is not known.
///
/// Pure but for the identity that it takes from `randomness`. The same context gives the same text.
package struct NoticeComposer: Sendable {
    private let currentLetterhead: @Sendable () -> Letterhead
    private let randomness: Randomness

    /// - Parameter letterhead: asked for each notice: it may change.
    package init(
        letterhead: @autoclosure @escaping @Sendable () -> Letterhead, randomness: Randomness
    ) {
        currentLetterhead = letterhead
        self.randomness = randomness
    }

    /// - Throws: ``UnwritableNotice`` when the definition has no such notice or its template cannot be read, or
    ///   when the recipient has no address.
    package func compose(_ context: NoticeContext) throws -> ComposedNotice {
        guard let definition = context.workflow.notices[context.owed.notice] else {
            throw UnwritableNotice(notice: context.owed.notice, cause: "the definition has no such notice")
        }
        guard let contact = context.directory.contacts[context.owed.recipient] else {
            throw UnwritableNotice(notice: context.owed.notice, cause: "the recipient has no address")
        }
        let languages = languages(of: context)
        let parts = try languages.map { try part(definition, context, contact, $0) }
        let id = randomness.uuid()
        return ComposedNotice(
            id: id, eventSeq: context.event.seq, owed: context.owed,
            messageID: "<\(id.uuidString.lowercased())@\(letterhead.mailDomain)>", to: contact,
            copy: context.owed.copied ? letterhead.contact : nil, subject: Self.subject(of: parts),
            text: parts.map(\.text).joined(separator: Self.separator),
            html: NoticeHTML.page(parts, link: NoticeLink.placeholder),
            language: languages.map(\.rawValue).joined(separator: ", "))
    }

    private var letterhead: Letterhead { currentLetterhead() }

    static let separator = "\n\n– – – – – – – – – –\n\n"

    private func languages(of context: NoticeContext) -> [Language] {
        context.facts.people[context.owed.recipient]?.language.map { [$0] } ?? Language.allCases
    }

    /// Both subjects side by side, the office's mark once.
    static func subject(of parts: [NoticePart]) -> String {
        let first = parts.first?.subject ?? ""
        return parts.dropFirst().reduce(first) { subject, part in
            subject + " / " + part.subject.replacing("[Entente] ", with: "")
        }
    }

    private func part(
        _ definition: NoticeDefinition, _ context: NoticeContext, _ contact: Contact, _ language: Language
    ) throws -> NoticePart {
        let (subject, body) = (definition.subject[language], definition.body[language])
        let values = NoticeValues(
            context: context, contact: contact, language: language, letterhead: letterhead
        )
        .named(in: subject + body)
        return NoticePart(
            language: language, subject: try render(subject, values, definition.id),
            text: try render(body, values, definition.id))
    }

    /// The text of a template; a value that is absent prints nothing.
    func render(_ template: String, _ values: [String: Any], _ notice: String) throws -> String {
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + template).render(values)
                .trimmingEnd()
        } catch {
            throw UnwritableNotice(notice: notice, cause: "its template cannot be read: \(error)")
        }
    }
}

/// A notice in one language.
struct NoticePart {
    let language: Language
    let subject: String
    let text: String
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}

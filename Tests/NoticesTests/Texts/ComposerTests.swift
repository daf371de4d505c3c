import Agreements
import Engine
import Foundation
import Testing

@testable import Notices

@Suite("The text of a notice")
struct ComposerTests {
    private static let office = "contact@entente.example"
    private static let id = UUID()
    private static let composer = NoticeComposer(
        letterhead: Letterhead(
            contact: office, sender: "entente@unit.example", senderName: "Entente",
            baseURL: "http://127.0.0.1:8080"), randomness: Randomness(uuid: { id }, salt: { [] }))

    private static let definition = NoticeDefinition(
        id: "N01", to: [RoleReference("INT")],
        subject: LocalizedText(fr: "[Entente] Avis à lire", en: "[Entente] Notice to read"),
        body: LocalizedText(
            fr: "Bonjour {{recipient}}, <lisez> & signez.\n\nIci :\n{{link}}\n\n",
            en: "Dear {{recipient}}, <read> & sign.\n\nHere:\n{{link}}\n"))

    private static let french = "Bonjour Bo Actor, <lisez> & signez.\n\nIci :\nentente:link"
    private static let english = "Dear Bo Actor, <read> & sign.\n\nHere:\nentente:link"
    private static let htmlOfFrench = """
        <div lang="fr">
        <p>Bonjour Bo Actor, &lt;lisez&gt; &amp; signez.</p>
        <p>Ici :<br>
        <a href="entente:link">entente:link</a></p>
        </div>
        """
    private static let htmlOfEnglish = """
        <div lang="en">
        <p>Dear Bo Actor, &lt;read&gt; &amp; sign.</p>
        <p>Here:<br>
        <a href="entente:link">entente:link</a></p>
        </div>
        """

    struct Reader: CustomTestStringConvertible, Sendable {
        let language: Language?
        let tags: String
        let subject: String
        let text: String
        /// The HTML between `<body>` and its end.
        let body: String

        var testDescription: String { language?.rawValue ?? "unknown" }
    }

    static let readers = [
        Reader(
            language: .french, tags: "fr", subject: "[Entente] Avis à lire", text: french, body: htmlOfFrench),
        Reader(
            language: .english, tags: "en", subject: "[Entente] Notice to read", text: english,
            body: htmlOfEnglish),
        Reader(
            language: nil, tags: "fr, en", subject: "[Entente] Avis à lire / Notice to read",
            text: french + NoticeComposer.separator + english,
            body: htmlOfFrench + "\n<hr>\n" + htmlOfEnglish),
    ]

    private static func context(language: Language? = nil, copied: Bool = false) throws -> NoticeContext {
        var context = try NoticeStory().context
        let recipient = context.owed.recipient
        context.owed.copied = copied
        context.workflow.notices["N01"] = definition
        context.facts.people[recipient] = Person(id: recipient, language: language)
        return context
    }

    @Test("It is in the recipient's language, and in both when that is unknown", arguments: readers)
    func languages(reader: Reader) throws {
        let context = try Self.context(language: reader.language)
        let notice = try Self.composer.compose(context)
        #expect(notice.language == reader.tags)
        #expect(notice.subject == reader.subject)
        #expect(notice.text == reader.text)
        let root = reader.language?.rawValue ?? "fr"
        #expect(notice.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(root)\">"))
        #expect(notice.html.hasSuffix("<body>\n\(reader.body)\n</body></html>"))
    }

    @Test("Somebody of whom the register says nothing reads both languages too")
    func unknownPerson() throws {
        var context = try Self.context(language: .english)
        context.facts.people = [:]
        #expect(try Self.composer.compose(context).language == "fr, en")
    }

    @Test("It goes to the address of the directory, and to the office's where a copy is owed")
    func addresses() throws {
        for isCopied in [true, false] {
            let context = try Self.context(copied: isCopied)
            let notice = try Self.composer.compose(context)
            #expect(notice.to == Contact(name: "Bo Actor", email: "bo@unit.example"))
            #expect(notice.copy == (isCopied ? Self.office : nil))
            #expect(notice.messageID == "<\(Self.id.uuidString.lowercased())@unit.example>")
            #expect(notice.eventSeq == context.event.seq && notice.owed == context.owed)
        }
    }

    @Test("Without a definition, an address or a template that can be read there is no text")
    func unwritable() throws {
        let spoilings: [(inout NoticeContext) -> Void] = [
            { $0.workflow.notices = [:] },
            { $0.directory.contacts = [:] },
            { $0.workflow.notices["N01"]?.body.en = "{{#due}} without an end" },
        ]
        for spoil in spoilings {
            var context = try Self.context()
            spoil(&context)
            let spoiled = context
            #expect(throws: UnwritableNotice.self) { try Self.composer.compose(spoiled) }
        }
    }
}

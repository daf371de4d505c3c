import Agreements
import Engine
import Foundation
import Testing

@testable import Notices

@Suite("What subscribers are told of a call")
struct CallMailTests {
    private static let composer = CallMailComposer(
        letterhead: Letterhead(
            contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
            baseURL: "http://127.0.0.1:8080"),
        zone: .paris, randomness: Randomness(uuid: { UUID() }, salt: { [] }))
    private static let call = Call(
        id: Call.ID(UUID()), instruments: ["LIA", "LEA"], year: 2016, opensAt: "2016-02-29T23:00:00.000Z",
        closesAt: "2016-06-15T15:00:00.000Z")

    private static func mail(_ language: Language?, opened: Bool) -> ComposedCallMail {
        composer.compose(
            call, opened: opened, for: DigestSample.reader(language), at: "2016-03-01T00:00:00.000Z")
    }

    @Test("It says in the reader's language what opened, or was extended, and until when")
    func languages() {
        let french = Self.mail(.french, opened: true)
        let closing = "mercredi 15 juin 2016, 17\u{A0}h (heure de Paris)"
        #expect(french.subject == "[Entente] Appel 2016 ouvert – LIA, LEA – clôture le \(closing)")
        #expect(
            french.text.contains(
                "L’appel 2016 (LIA, LEA) est ouvert\u{A0}: un dossier peut être envoyé jusqu’au \(closing)."))
        #expect(french.language == "fr" && !french.text.contains("Yours"))
        let english = Self.mail(.english, opened: false)
        let limit = "Wednesday 15 June 2016, 5\u{A0}p.m. (Paris time)"
        #expect(english.subject == "[Entente] 2016 call extended – LIA, LEA – closes on \(limit)")
        #expect(english.text.contains("it now closes on \(limit)."))
        #expect(english.text.contains("contact@entente.example"))
    }

    @Test("A reader whose language is not known gets both")
    func both() {
        let mail = Self.mail(nil, opened: false)
        #expect(mail.language == "fr, en")
        #expect(
            mail.subject.contains("Appel 2016 prolongé") && mail.subject.contains(" / 2016 call extended"))
        #expect(mail.text.contains("Madame, Monsieur") && mail.text.contains("Dear Madam or Sir"))
        #expect(mail.messageID == "<\(mail.id.uuidString.lowercased())@entente.example>")
    }
}

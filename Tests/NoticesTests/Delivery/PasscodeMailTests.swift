import Agreements
import Engine
import Foundation
import Jobs
import Mail
import Testing

@testable import Notices

@Suite("The mail of a one-time code")
struct PasscodeMailTests {
    private static let letterhead = Letterhead(
        contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
        baseURL: "https://entente.example")

    private static func passcode(_ languages: [Language]) -> Passcode {
        Passcode(
            id: UUID(uuid: (1, 2, 3, 4, 5, 6, 64, 8, 128, 10, 11, 12, 13, 14, 15, 16)), name: "Anne Martin",
            address: "anne@lab.example", languages: languages,
            createdAt: Instant(millisecondsSinceEpoch: 1_465_995_600_000), isOpen: true)
    }

    @Test("The link of a reset is in the mail and leads to its page, in each language")
    func reset() {
        let letter = PasscodeLetter.reset { _ in "https://entente.example/invitations/0123" }
        #expect(letter.kind == "reset")
        for (language, said) in [(Language.french, "dix minutes"), (.english, "ten minutes")] {
            let text = letter.text(of: UUID(), language, contact: Self.letterhead.contact)
            #expect(text.contains("\n\nhttps://entente.example/invitations/0123\n\n"))
            #expect(text.contains(said) && text.contains(Self.letterhead.contact))
            #expect(letter.subject(language).hasPrefix("[Entente] "))
        }
        #expect(letter.link(of: UUID()) == "https://entente.example/invitations/0123")
    }

    @Test("It goes to the one address, with the same bytes each time")
    func mail() throws {
        let worker = PasscodeWorker(
            mailbox: .unimplemented, letterhead: Self.letterhead, load: { _ in nil },
            letter: .reset { "https://entente.example/invitations/\($0)" })
        let code = Self.passcode([.french, .english])
        let (first, second) = (try worker.mail(code), try worker.mail(code))
        #expect(first == second)
    }
}

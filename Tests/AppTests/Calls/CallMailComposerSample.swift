import Agreements
import Engine
import Foundation
import Notices
import Storage

/// Mails of calls as the runner writes them.
enum CallMailComposerSample {
    static let composer = CallMailComposer(
        letterhead: Letterhead(
            contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
            baseURL: "http://127.0.0.1:8080"),
        zone: .paris, randomness: Randomness(uuid: { UUID() }, salt: { [] }))

    static func reader(_ row: PersonRow) -> DigestReader {
        DigestReader(
            person: row.person.id, contact: Contact(name: row.name ?? "", email: row.email ?? ""),
            language: row.person.language)
    }
}

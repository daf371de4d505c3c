import Agreements
import Engine
import Foundation

@testable import Notices

/// Readers and lines of a Tuesday morning in December.
enum DigestSample {
    static let morning = Morning(now: "2016-12-13T06:30:00.000Z", calendar: .france, zone: .paris)

    static let composer = DigestComposer(
        letterhead: Letterhead(
            contact: "contact@entente.example", sender: "entente@entente.example", senderName: "Entente",
            baseURL: "http://127.0.0.1:8080"),
        randomness: Randomness(uuid: { UUID() }, salt: { [] }))

    static func reader(_ language: Language?) -> DigestReader {
        DigestReader(
            person: Person.ID(UUID()), contact: Contact(name: "Ada Reader", email: "ada@unit.example"),
            language: language)
    }

    /// The deadline of a step: 17:00 of its day.
    static func step(_ day: Day) -> Deadline {
        Deadline(day: day, limit: Zone.paris.instant(day, at: .stepDeadline), isInclusive: true)
    }

    static func line(
        _ fr: String, _ en: String, _ reference: String, due: Day?, grantor: String? = nil
    ) -> DigestLine {
        DigestLine(
            reference: reference, title: LocalizedText(fr: fr, en: en), due: due.map(step),
            openedAt: "2016-12-01T08:00:00.000Z", grantor: grantor)
    }

    static let review = line("Expertise", "Review", "LIA-2017-011", due: "2016-12-09")
    static let opinion = line("Avis motivé", "Reasoned opinion", "GDRI-2017-002", due: "2016-12-15")
    static let visa = line(
        "Visa", "Endorsement", "GDRE-2014-003", due: "2017-01-06", grantor: "Jeanne Martin")
    static let report = line("Rapport", "Report", "LIA-2012-001", due: nil)
}

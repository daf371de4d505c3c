import Agreements
import Engine
import Foundation
import Testing

@testable import Notices

@Suite("The digest of the office")
struct DigestOfficeTests {
    private static func late(_ title: String, _ reference: String, _ day: Day, _ holders: [String])
        -> OfficeSummary.Item
    {
        let due = DigestSample.step(day)
        return .init(
            .overdue(title: LocalizedText(fr: title, en: title), due: due, holders: holders),
            since: due.limit, reference: reference)
    }

    private static let items: [OfficeSummary.Item] = [
        late("Expertise", "LIA-2017-011", "2016-12-09", ["Ada Lovelace", "Émilie du Châtelet"]),
        late("Visa", "LIA-2017-004", "2016-12-12", ["Ada Lovelace"]),
        late("Rapport", "LIA-2012-001", "2016-11-29", []),
        .init(
            .undelivered(notice: "N20", address: "rector@snu.example"), since: "2016-12-12T09:00:00.000Z",
            reference: "LIA-2017-004"),
        .init(.undelivered(notice: nil, address: "ada@unit.example"), since: "2016-12-12T06:30:00.000Z"),
        .init(
            .blockedTimer(name: "mid"), since: "2016-12-10T00:00:00.000Z",
            reference: "LIA-2016-002"),
        .init(.deadJob(kind: "tell", number: 45), since: "2016-12-12T10:00:00.000Z"),
    ]

    @Test("It counts what is late or failed, names who is late, and tells the oldest first")
    func french() throws {
        let digest = try #require(compose(Self.items, .french))
        #expect(digest.kind == .office)
        #expect(
            plain(digest.subject)
                == "[Entente] Suivi du mardi 13 décembre 2016 – 3_actions en retard, 2_mails non remis, 1_échéance bloquée, 1_travail abandonné"
        )
        #expect(
            plain(digest.text) == """
                Bonjour,

                Ce mardi 13 décembre 2016_:
                – 42_actions ouvertes
                – 3_actions en retard
                – 2_mails non remis
                – 1_échéance bloquée
                – 1_travail abandonné

                En retard, par personne_: Ada Lovelace (2), personne n’en est chargé (1) et Émilie du Châtelet (1)

                Les plus anciens_:

                1. En retard de 10_jours ouvrés_: Rapport LIA-2012-001 – mardi 29 novembre – personne n’en est chargé

                2. En retard de 2_jours ouvrés_: Expertise LIA-2017-011 – vendredi 9 décembre – Ada Lovelace et Émilie du Châtelet

                3. Échéance mid bloquée LIA-2016-002 – samedi 10 décembre

                4. Récapitulatif non remis à ada@unit.example – lundi 12 décembre

                5. Avis N20 non remis à rector@snu.example LIA-2017-004 – lundi 12 décembre

                6. Travail 45 (tell) abandonné – lundi 12 décembre

                7. En retard de 1_jour ouvré_: Visa LIA-2017-004 – lundi 12 décembre – Ada Lovelace

                Dans Entente_: http://127.0.0.1:8080
                Question_: contact@entente.example
                """)
    }

    @Test("In English, what there is nothing of is left out")
    func english() throws {
        let digest = try #require(compose([Self.items[1]], .english))
        #expect(
            plain(digest.subject)
                == "[Entente] Office summary for Tuesday 13 December 2016 – 1_overdue action")
        #expect(
            plain(digest.text).contains(
                "On Tuesday 13 December 2016:\n– 42_open actions\n– 1_overdue action\n\n"))
        #expect(
            plain(digest.text).contains(
                "1. Overdue by 1_working day: Visa LIA-2017-004 – Monday 12 December – Ada Lovelace\n"))
    }

    @Test("No more than the ten oldest are told one by one")
    func oldest() throws {
        let many = (0..<30).map { number in
            Self.late("Visa", "LIA-2017-\(100 + number)", "2016-12-09", ["Person \(number)"])
        }
        let text = try #require(compose(many.shuffled(), .english)).text
        #expect(text.contains("10. ") && !text.contains("\n11. "))
        #expect(
            text.contains("1. Overdue by") && text.contains("LIA-2017-100") && !text.contains("LIA-2017-110"))
        #expect(plain(text).contains("and 10_others"))
    }

    @Test("When nothing is late and nothing failed there is none")
    func nothing() { #expect(compose([], .french) == nil) }

    private func compose(_ items: [OfficeSummary.Item], _ language: Language) -> ComposedDigest? {
        DigestSample.composer.compose(
            OfficeSummary(open: 42, items: items), for: DigestSample.reader(language),
            on: DigestSample.morning)
    }

    /// No-break spaces shown as `_`.
    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: "_") }
}

import Agreements
import Engine
import Foundation
import Testing

@testable import Notices

@Suite("The digest of a person")
struct DigestStepsTests {
    struct Variant: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lines: [DigestLine]
        let fr: String
        let en: String
    }

    private static let (review, opinion) = (DigestSample.review, DigestSample.opinion)

    static let subjects = [
        Variant(
            testDescription: "three, one of them overdue", lines: [opinion, DigestSample.visa, review],
            fr: "[Entente] Votre récapitulatif du mardi 13 décembre 2016 – 3_actions, dont 1 en retard",
            en: "[Entente] Your summary for Tuesday 13 December 2016 – 3_actions, 1 overdue"),
        Variant(
            testDescription: "one that is not", lines: [opinion],
            fr: "[Entente] Votre récapitulatif du mardi 13 décembre 2016 – 1_action",
            en: "[Entente] Your summary for Tuesday 13 December 2016 – 1_action"),
        Variant(
            testDescription: "all overdue", lines: [review, review],
            fr: "[Entente] Votre récapitulatif du mardi 13 décembre 2016 – 2_actions, dont 2 en retard",
            en: "[Entente] Your summary for Tuesday 13 December 2016 – 2_actions, 2 overdue"),
    ]

    @Test(
        "Whoever comes in by links is sent to no page that asks for an account",
        arguments: [
            (false, "In Entente: http://127.0.0.1:8080"), (true, "by the link of the mail that asked you"),
        ])
    func link(comesByLink: Bool, way: String) throws {
        var reader = DigestSample.reader(.english)
        reader.comesByLink = comesByLink
        let digest = try #require(
            DigestSample.composer.compose([Self.review], for: reader, on: DigestSample.morning))
        #expect(digest.text.contains(way))
        #expect(digest.text.contains("127.0.0.1") != comesByLink)
        #expect(digest.html.contains("href") != comesByLink)
    }

    @Test("Its subject tells the day, how many steps wait and how many are late", arguments: subjects)
    func subject(variant: Variant) throws {
        for (language, expected) in [(Language.french, variant.fr), (.english, variant.en)] {
            let digest = try #require(compose(variant.lines, language))
            #expect(plain(digest.subject) == expected)
            #expect(digest.language == language.rawValue && digest.kind == .steps)
        }
    }

    static let lines = [
        Variant(
            testDescription: "overdue since Friday", lines: [review],
            fr: "1. EN RETARD (2_jours ouvrés) Expertise LIA-2017-011 – échéance le vendredi 9 décembre",
            en: "1. OVERDUE (2_working days) Review LIA-2017-011 – was due on Friday 9 December"),
        Variant(
            testDescription: "due in two days", lines: [opinion],
            fr: "1. Avis motivé GDRI-2017-002 – avant le jeudi 15 décembre",
            en: "1. Reasoned opinion GDRI-2017-002 – by Thursday 15 December"),
        Variant(
            testDescription: "delegated, due next year", lines: [DigestSample.visa],
            fr: "1. Visa GDRE-2014-003, par délégation de Jeanne Martin – avant le vendredi 6 janvier 2017",
            en: "1. Endorsement GDRE-2014-003, by delegation from Jeanne Martin – by Friday 6 January 2017"),
        Variant(
            testDescription: "without a deadline", lines: [DigestSample.report],
            fr: "1. Rapport LIA-2012-001", en: "1. Report LIA-2012-001"),
        Variant(
            testDescription: "overdue by one day",
            lines: [DigestSample.line("Visa", "Visa", "X", due: "2016-12-12")],
            fr: "1. EN RETARD (1_jour ouvré) Visa X – échéance le lundi 12 décembre",
            en: "1. OVERDUE (1_working day) Visa X – was due on Monday 12 December"),
        Variant(
            testDescription: "due today", lines: [DigestSample.line("Visa", "Visa", "X", due: "2016-12-13")],
            fr: "1. Visa X – avant le mardi 13 décembre", en: "1. Visa X – by Tuesday 13 December"),
    ]

    @Test("Each line tells the step, its file, its last day and how late it is", arguments: lines)
    func line(variant: Variant) throws {
        for (language, expected) in [(Language.french, variant.fr), (.english, variant.en)] {
            let text = plain(try #require(compose(variant.lines, language)).text)
            #expect(text.contains("\n\n\(expected)\n\n"), "\(text)")
        }
    }

    @Test("The overdue come first, then by last day; what has none comes last")
    func order() throws {
        let all = [DigestSample.report, DigestSample.visa, Self.opinion, Self.review]
        let text = try #require(compose(all, .english)).text
        let places = ["1. OVERDUE", "2. Reasoned", "3. Endorsement", "4. Report"].map {
            text.range(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test("Whoever has nothing to do gets none")
    func nothing() { #expect(compose([], .french) == nil) }

    @Test("A reader whose language is not known gets both, the office's mark once")
    func bilingual() throws {
        let digest = try #require(compose([Self.opinion], nil))
        #expect(digest.language == "fr, en")
        #expect(
            plain(digest.subject)
                == "[Entente] Votre récapitulatif du mardi 13 décembre 2016 – 1_action / Your summary for Tuesday 13 December 2016 – 1_action"
        )
        #expect(digest.text.contains("Avis motivé") && digest.text.contains("Reasoned opinion"))
    }

    @Test("A long list ends, and says how many lines it left out")
    func long() throws {
        let text = try #require(compose(Array(repeating: Self.opinion, count: 60), .french)).text
        #expect(text.contains("\n\n50. ") && !text.contains("\n\n51. ") && text.contains("Et 10 de plus."))
        #expect(plain(text).contains("60_actions"))
    }

    @Test("It ends with where the pages are, which is a link in HTML, and with whom to ask")
    func ends() throws {
        let digest = try #require(compose([Self.opinion], .french))
        let link = "http://127.0.0.1:8080"
        #expect(
            plain(digest.text).hasSuffix("Dans Entente_: \(link)\nQuestion_: contact@entente.example"))
        #expect(digest.html.contains("<a href=\"\(link)\">\(link)</a>"))
    }

    private func compose(_ lines: [DigestLine], _ language: Language?) -> ComposedDigest? {
        DigestSample.composer.compose(
            lines, for: DigestSample.reader(language), on: DigestSample.morning)
    }

    /// No-break spaces shown as `_`.
    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: "_") }
}

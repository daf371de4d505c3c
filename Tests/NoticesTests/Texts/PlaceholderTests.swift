import Agreements
import Engine
import Foundation
import Testing

@testable import Notices

/// The table of placeholders is what the proof gate trusts: each has a value in its situation, and none
/// without it.
@Suite("Placeholders of notices")
struct PlaceholderTests {
    @Test("With every situation given each placeholder has a value", arguments: NoticePlaceholder.allCases)
    func full(_ placeholder: NoticePlaceholder) throws {
        for language in Language.allCases {
            let text = try NoticeStory().values(language).text(of: placeholder)
            #expect(text?.isEmpty == false)
        }
    }

    @Test(
        "The place of a partner is its city, where the register knows it, and its country",
        arguments: [
            (nil, "la Corée du Sud", "South Korea"),
            ("Séoul", "Séoul, la Corée du Sud", "Séoul, South Korea"),
        ] as [(String?, String, String)])
    func place(city: String?, french: String, english: String) throws {
        var story = try NoticeStory()
        story.city = city
        #expect(try story.values(.french).text(of: .partnerPlace) == french)
        #expect(try story.values(.english).text(of: .partnerPlace) == english)
    }

    @Test("With none given it has one only where the table says so", arguments: NoticePlaceholder.allCases)
    func bare(_ placeholder: NoticePlaceholder) throws {
        let text = try NoticeStory(lacking: Set(NoticeSituation.allCases)).values(.french).text(
            of: placeholder)
        #expect((text != nil) == (placeholder.situation == nil))
    }

    static let pairs = NoticeSituation.allCases.flatMap { situation in
        NoticePlaceholder.allCases.map { (situation, $0) }
    }

    @Test(
        "With one lacking only its placeholders, and those of what it implies, lack a value", arguments: pairs
    )
    func lacking(_ situation: NoticeSituation, _ placeholder: NoticePlaceholder) throws {
        let lacking = Set(
            NoticeSituation.allCases.filter { $0 == situation || $0.implied.contains(situation) })
        let text = try NoticeStory(lacking: lacking).values(.english).text(of: placeholder)
        let isGiven = placeholder.situation.map { !lacking.contains($0) } ?? true
        #expect((text != nil) == isGiven)
    }

    @Test("Templates find values by their dotted names, and those alone that they name")
    func names() throws {
        let everything = NoticePlaceholder.allCases.map { "{{\($0.rawValue)}}" }.joined()
        let values = try NoticeStory().values(.french).named(in: everything)
        for placeholder in NoticePlaceholder.allCases {
            let parts = placeholder.rawValue.split(separator: ".").map(String.init)
            let value = parts.count == 1 ? values[parts[0]] : (values[parts[0]] as? [String: Any])?[parts[1]]
            #expect(value as? String != nil)
        }
        let few = try NoticeStory().values(.french).named(in: "{{#term}}{{start}}{{/term}}")
        #expect(few.keys.sorted() == ["term"])
    }
}

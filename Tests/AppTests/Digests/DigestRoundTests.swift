import Agreements
import Engine
import Foundation
import Notices
import Testing

@testable import App

@Suite("Who is told what in the morning")
struct DigestRoundTests {
    private static let (ada, bo, kim, office) = (person(1), person(2), person(3), person(4))

    private static func person(_ number: UInt8) -> Person.ID {
        Person.ID(UUID(uuid: (number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
    }

    private static func step(
        _ title: String, due: Day, of holders: [Person.ID], for deputies: [OpenStep.Deputy] = []
    ) -> OpenStep {
        let limit = Zone.paris.instant(due, at: .stepDeadline)
        return OpenStep(
            line: DigestLine(
                reference: "LIA-2017-001",
                title: LocalizedText(fr: title, en: title),
                due: Deadline(day: due, limit: limit, isInclusive: true),
                openedAt: "2016-12-01T08:00:00.000Z"),
            holders: holders, deputies: deputies)
    }

    private static func digests(_ steps: [OpenStep], _ failures: [OfficeSummary.Item] = [])
        -> [Person.ID: ComposedDigest]
    {
        let names = [ada: "Ada", bo: "Bo", kim: "Kim", office: "Office"]
        let round = DigestRound(
            morning: Morning(now: "2016-12-13T06:30:00.000Z", calendar: .france, zone: .paris),
            readers: Dictionary(
                uniqueKeysWithValues: names.map { id, name in
                    let contact = Contact(name: name, email: "\(name)@unit.example")
                    return (id, DigestReader(person: id, contact: contact, language: .english))
                }),
            office: [office], steps: steps, failures: failures)
        let composer = DigestComposer(
            letterhead: Letterhead(
                contact: "contact@entente.example", sender: "entente@entente.example", senderName: "E",
                baseURL: "http://127.0.0.1:8080"), randomness: .system)
        let digests = round.digests(by: composer)
        return Dictionary(uniqueKeysWithValues: digests.map { ($0.person, $0) })
    }

    @Test("Each holder is told their own steps, and whoever has none is told nothing")
    func own() {
        let digests = Self.digests([
            Self.step("Review", due: "2016-12-15", of: [Self.ada, Self.bo]),
            Self.step("Visa", due: "2016-12-16", of: [Self.bo]),
        ])
        #expect(Set(digests.keys) == [Self.ada, Self.bo])
        #expect(digests[Self.ada]?.text.contains("Visa") == false)
        #expect(digests[Self.bo]?.text.contains("1. Review") == true)
        #expect(digests[Self.bo]?.text.contains("2. Visa") == true)
        #expect(
            digests.values.allSatisfy { $0.day == "2016-12-13" && $0.createdAt == "2016-12-13T06:30:00.000Z" }
        )
    }

    @Test("Whoever may act for another is told so, once for each step, and the other stays told")
    func delegated() throws {
        let step = Self.step(
            "Review", due: "2016-12-15", of: [Self.ada, Self.bo],
            for: [.init(person: Self.kim, grantor: Self.ada), .init(person: Self.kim, grantor: Self.bo)])
        let digests = Self.digests([step])
        let text = try #require(digests[Self.kim]?.text)
        #expect(text.contains("1. Review LIA-2017-001, by delegation from Ada – by"))
        #expect(!text.contains("2. "))
        #expect(digests[Self.ada]?.text.contains("delegation") == false)
    }

    @Test(
        "The office is told what is late and of whom instead of its own steps, and nothing when all is well")
    func office() throws {
        let open = Self.step("Check", due: "2016-12-15", of: [Self.office])
        #expect(Self.digests([open]).isEmpty)
        let late = Self.step("Review", due: "2016-12-09", of: [Self.ada])
        let digest = try #require(Self.digests([open, late])[Self.office])
        #expect(digest.kind == .office)
        #expect(digest.text.contains("Ada (1)") && !digest.text.contains("Check"))
        let failed = OfficeSummary.Item(
            .deadJob(kind: "tell", number: 7), since: "2016-12-12T08:00:00.000Z")
        #expect(Self.digests([], [failed])[Self.office]?.text.contains("Dead job 7 (tell)") == true)
    }

    @Test("The office are those active who hold its role that day, or stand in for somebody who does")
    func whoIsOffice() {
        func grant(_ person: Person.ID, _ role: String, until: Instant? = nil) -> Grant {
            Grant(
                id: Grant.ID(UUID()), person: person, role: role, scope: .everything,
                from: "2016-01-01T00:00:00.000Z", until: until)
        }
        func delegation(_ grantor: Person.ID, _ grantee: Person.ID, _ role: String) -> Delegation {
            Delegation(
                id: Delegation.ID(UUID()), grantor: grantor, grantee: grantee, role: role, scope: .everything,
                from: "2016-01-01T00:00:00.000Z")
        }
        func office(among active: Set<Person.ID>) -> Set<Person.ID> {
            DigestRound.office(
                [
                    grant(Self.ada, "INT"), grant(Self.bo, "INT", until: "2016-06-01T00:00:00.000Z"),
                    grant(Self.kim, "DU"),
                ],
                [delegation(Self.ada, Self.office, "INT"), delegation(Self.bo, Self.kim, "INT")],
                among: active, at: "2016-12-13T06:30:00.000Z")
        }
        #expect(office(among: [Self.ada, Self.bo, Self.kim, Self.office]) == [Self.ada, Self.office])
        #expect(office(among: [Self.ada, Self.bo, Self.kim]) == [Self.ada])
        #expect(office(among: [Self.bo, Self.kim, Self.office]).isEmpty)
    }
}

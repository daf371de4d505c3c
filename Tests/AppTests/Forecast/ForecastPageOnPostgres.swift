import Agreements
import Engine
import Foundation
import Testing
import Web

@testable import App

@Suite("The forecast as pages show it")
struct ForecastPageOnPostgres {
    private static func key(_ events: Int, until: Int = 17_000) -> ForecastMemory.Key {
        ForecastMemory.Key(
            person: Person.ID(UUID(uuidString: "00000000-0000-4000-8000-000000000001") ?? UUID()),
            files: [], registerEvents: events, day: Day(daysSinceEpoch: 16_900),
            until: Day(daysSinceEpoch: until))
    }

    private static func line(_ second: Int) -> ForecastLine {
        ForecastLine(
            item: ForecastItem(
                at: Instant(millisecondsSinceEpoch: Int64(second) * 1000), agreement: Agreement.ID(UUID()),
                process: "life", state: "draft", matter: .renewalWindow),
            day: nil, file: "LIA-2016-001", title: .init(fr: "f", en: "f"), who: [], uid: "\(second)")
    }

    @Test("It is made anew only once more was recorded; what has passed meanwhile is left out")
    func memory() async throws {
        let memory = ForecastMemory()
        var runs = 0
        func lines(_ events: Int, until: Int = 17_000, at second: Int = 0) async throws -> [String] {
            try await memory.expected(
                Self.key(events, until: until), after: Instant(millisecondsSinceEpoch: Int64(second) * 1000)
            ) {
                runs += 1
                return .init(lines: [Self.line(10), Self.line(20)], isCut: true)
            }.lines.map(\.uid)
        }
        #expect(try await lines(1) == ["10", "20"] && runs == 1)
        #expect(try await lines(1, at: 10) == ["20"] && runs == 1)
        #expect(try await lines(1) == ["10", "20"] && runs == 1)
        #expect(try await lines(2).count == 2 && runs == 2)
        #expect(try await lines(1, until: 17_001).count == 2 && runs == 3)
        for events in 3..<20 { _ = try await lines(events) }
        #expect(runs == 20)
        _ = try await lines(1)
        #expect(runs == 21, "what nobody asked for lately is kept for ever")
    }

    @Test("A page that was shown before tells the same as one that is made anew, also after an act and a day")
    func same() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        try await site.withInstallation { installation in
            let address = "denis@inserm.example"
            let person = try await CommandDesk(installation).person(address)
            let visitor = Visitor(
                person: person, name: "denis", address: address, roles: ["INT"], session: UUID())
            let desk = WebDesk(installation)
            var seen: [ForecastView] = []
            for step in [[], ["act", file, "discard", "--reason", "R", "--as", "anne@inserm.example"]] {
                if !step.isEmpty { try await site.done(step) }
                let fresh = try await WebDesk(installation).forecast(until: nil, visitor)
                for _ in 0..<2 {
                    let again = try await desk.forecast(until: nil, visitor)
                    #expect(again == fresh)
                }
                seen.append(fresh)
            }
            #expect(seen.first?.entries.isEmpty == false && seen.first != seen.last)
            let kinds = Set(seen.flatMap(\.entries).map(\.kind.value))
            #expect(kinds.isSubset(of: ForecastFilter.kinds), "Each kind can be asked for.")
            try await site.done(["clock", "advance", "--to", "2016-03-02T09:00"])
            let next = try await desk.forecast(until: nil, visitor)
            #expect(next.until != seen.last?.until)
        }
    }
}

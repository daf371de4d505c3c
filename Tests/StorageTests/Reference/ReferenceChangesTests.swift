import Agreements
import Testing

@testable import Storage

@Suite("What loading does to reference rows")
struct ReferenceChangesTests {
    private static let day: Day = "2026-11-22"

    private static func row(
        _ code: String = "KR", _ name: String = "Korea", from: Day? = nil, until: Day? = nil
    ) -> ReferenceRow {
        ReferenceRow(.country, code, name: LocalizedText(fr: name, en: name), from: from, until: until)
    }

    private static func changes(_ stored: [ReferenceRow], _ source: [ReferenceRow]) -> ReferenceChanges {
        ReferenceChanges(
            from: stored.enumerated().map { ($0.offset, $0.element) }, to: source, on: day)
    }

    @Test("An empty store opens everything, and the same source again does nothing")
    func repeated() {
        let source = [
            Self.row(), Self.row("CS", "Czechoslovakia", until: "1993-06-15"),
            Self.row("CS", "Serbia and Montenegro", from: "1993-06-15", until: "2006-09-26"),
        ]
        let first = Self.changes([], source)
        #expect(first.closings.isEmpty)
        #expect(Set(first.openings) == Set(source))
        let again = Self.changes(first.openings, source)
        #expect(again.closings.isEmpty && again.openings.isEmpty)
    }

    @Test("A new name closes the row on the day of loading and opens another there, once")
    func renamed() {
        let changes = Self.changes([Self.row()], [Self.row("KR", "South Korea")])
        #expect(changes.closings.map(\.until) == [Self.day])
        #expect(changes.openings == [Self.row("KR", "South Korea", from: Self.day)])
        let after = [Self.row(until: Self.day), Self.row("KR", "South Korea", from: Self.day)]
        let again = Self.changes(after, [Self.row("KR", "South Korea")])
        #expect(again.closings.isEmpty && again.openings.isEmpty)
    }

    @Test("What the source ends is closed on the source's day; what it no longer has, on the day of loading")
    func ended() {
        let withdrawn = Self.changes([Self.row()], [Self.row(until: "2020-02-01")])
        #expect(withdrawn.closings.map(\.until) == ["2020-02-01"])
        #expect(withdrawn.openings.isEmpty)
        let gone = Self.changes([Self.row(), Self.row("JP", "Japan")], [Self.row("JP", "Japan")])
        #expect(gone.closings.map(\.id) == [0])
        #expect(gone.closings.map(\.until) == [Self.day])
    }

    @Test("A row that begins after the day on which it ends has no length, never a negative one")
    func twiceOnADay() {
        let changes = Self.changes([Self.row(from: "2027-01-01")], [Self.row("KR", "South Korea")])
        #expect(changes.closings.map(\.until) == ["2027-01-01"])
    }

    @Test("A list that the source does not have is left alone")
    func otherLists() {
        let itmo = ReferenceRow(.itmo, "NNP", name: LocalizedText(fr: "N", en: "N"))
        let changes = Self.changes([itmo], [Self.row()])
        #expect(changes.closings.isEmpty)
        #expect(changes.openings == [Self.row()])
    }
}

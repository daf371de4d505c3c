import Testing

@testable import Expressions

@Suite("Days as numbers in their order")
struct DayTextTests {
    @Test("A day is one more than the day before it", arguments: ["2019-12-31", "2020-02-28", "2020-02-29"])
    func next(text: String) throws {
        let number = try #require(DayText.number(of: text))
        let next = try #require(DayText.text(of: number + 1))
        #expect(next > text)
        #expect(DayText.number(of: next) == number + 1)
    }

    @Test("The empty text comes first, and what is no day has no number")
    func ends() {
        #expect(DayText.number(of: "") == 0)
        #expect(DayText.number(of: DayText.first) == 1)
        #expect(DayText.number(of: DayText.last).flatMap { DayText.text(of: $0 + 1) } == nil)
        for text in ["2019-02-29", "2019-2-01", "2019-12-31a", "x", "2019/12/31", "20191-2-31"] {
            #expect(DayText.number(of: text) == nil, "\(text)")
        }
    }

    @Test(
        "The first day after any text",
        arguments: [
            ("2019-12-31a", "2020-01-01"), ("2019-13", "2020-01-01"), ("2020", "2020-01-01"),
            (" ", "0000-01-01"),
        ])
    func after(text: String, day: String) { #expect(DayText.first(after: text) == day) }

    @Test("After the last day there is none")
    func afterAll() { #expect(DayText.first(after: "other") == nil) }

    static let guards = [
        ("d <= '2019-12-31' || d >= '2020-01-01'", Truth.holds), ("d > '2019-12-31' || d < '2020'", .holds),
        ("d == 'other'", .fails), ("d < 'other'", .holds), ("d > '2019-12-31' && d < '2020-01-01'", .fails),
        ("d != ''", .open), ("c != ''", .holds), ("c > '' || c == ''", .holds), ("t < 'other'", .open),
        ("t <= '2019-12-31' || t >= '2020-01-01'", .open),
    ]

    @Test("Of a day only the days of the calendar count, of another text every text", arguments: guards)
    func truth(source: String, truth: Truth) throws {
        let environment = Environment(
            variables: ["d": .string, "c": .string, "t": .string],
            domains: Domains(["d": Domain(days: .orNone), "c": Domain(days: .always)]))
        #expect(try environment.compile(source).truth(knowing: Knowledge()) == truth)
    }
}

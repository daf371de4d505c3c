import Foundation
import Testing

@testable import Agreements

@Suite("The business calendar")
struct TimeCalendarTests {
    @Test(
        "finds Easter Sunday",
        arguments: [
            "1583-04-10", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
            "2016-03-27",
            "2017-04-16", "2019-04-21", "2024-03-31", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
        ] as [Day])
    func easter(sunday: Day) {
        #expect(Easter.sunday(sunday.year) == sunday)
    }

    @Test("has Easter always on a Sunday between 22 March and 25 April")
    func easterRange() {
        for year in 1583...9999 {
            let day = Easter.sunday(year)
            let number = day.month * 100 + day.dayOfMonth
            guard day.year == year, day.weekday == .sunday, (322...425).contains(number) else {
                Issue.record("\(year): \(day)")
                return
            }
        }
    }

    @Test(
        "closes on the eleven French holidays",
        arguments: [
            (2016, "01-01 03-28 05-01 05-05 05-08 05-16 07-14 08-15 11-01 11-11 12-25"),
            (2017, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25"),
            (2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25"),
        ])
    func holidays(year: Int, expected: String) throws {
        let first = try Day(year: year, month: 1, day: 1)
        let days = (0..<366).map { first.adding(days: $0) }.filter { $0.year == year }
        let found = days.filter { BusinessCalendar.france.holiday(on: $0) != nil }
        #expect(found.map { String($0.description.dropFirst(5)) }.joined(separator: " ") == expected)
    }

    @Test("knows holidays by rule, from and to which the rule holds")
    func datedRules() {
        #expect(BusinessCalendar.france.holiday(on: "1981-05-08") == nil)
        #expect(BusinessCalendar.france.holiday(on: "1982-05-08")?.name == "victory_1945")
        let rule = HolidayRule("gone", .fixed(month: 6, day: 15), to: "2016-12-31")
        let calendar = BusinessCalendar(holidays: [rule])
        #expect(!calendar.isBusinessDay("2016-06-15"))
        #expect(calendar.isBusinessDay("2017-06-15"))
    }

    @Test(
        "moves to the next business day",
        arguments: [
            ("2021-01-31", "2021-02-01"), ("2016-08-15", "2016-08-16"), ("2016-05-14", "2016-05-17"),
            ("2017-04-15", "2017-04-18"), ("2016-12-24", "2016-12-26"), ("2016-06-15", "2016-06-15"),
            ("9999-12-31", "9999-12-31"),
        ] as [(Day, Day)])
    func shifted(day: Day, expected: Day) {
        #expect(BusinessCalendar.france.shifted(day) == expected)
    }

    @Test(
        "counts business days, the first day excluded",
        arguments: [
            ("2016-12-16", 10, "2016-12-30"), ("2017-12-15", 10, "2018-01-02"),
            ("2016-06-10", 1, "2016-06-13"),
            ("2016-06-11", 1, "2016-06-13"), ("2016-05-04", 1, "2016-05-06"),
            ("2017-01-02", -1, "2016-12-30"),
            ("2016-06-11", 0, "2016-06-11"), ("2016-11-10", 20, "2016-12-09"),
        ] as [(Day, Int, Day)])
    func counting(day: Day, count: Int, expected: Day) {
        #expect(BusinessCalendar.france.adding(businessDays: count, to: day) == expected)
    }

    @Test("tells how many business days late something is")
    func late() {
        let calendar = BusinessCalendar.france
        #expect(calendar.businessDays(after: "2016-12-09", through: "2016-12-13") == 2)
        #expect(calendar.businessDays(after: "2016-12-09", through: "2016-12-11") == 0)
        #expect(calendar.businessDays(after: "2016-12-13", through: "2016-12-09") == 0)
    }

    @Test("closes further days, and a week of no working day is not believed")
    func closing() {
        let calendar = BusinessCalendar.france.closing(["2016-05-06", "2016-12-26"])
        #expect(calendar.shifted("2016-05-05") == "2016-05-09")
        #expect(calendar.shifted("2016-12-24") == "2016-12-27")
        let never = BusinessCalendar(weekend: Set(Weekday.allCases), holidays: [])
        #expect(never.shifted("2016-06-15") == "2016-06-15")
    }

    @Test("is coded with one text and read back")
    func coding() throws {
        let calendar = BusinessCalendar.france.closing(["2016-12-26", "2016-05-06"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(calendar)
        #expect(
            String(decoding: data, as: UTF8.self).hasPrefix(#"{"closedDays":["2016-05-06","2016-12-26"],"#))
        #expect(try JSONDecoder().decode(BusinessCalendar.self, from: data) == calendar)
    }

    @Test("counts forth and back to the same business day", arguments: [TimeSeed.current])
    func properties(seed: UInt64) {
        var random = TimeRandom(seed: seed)
        let calendar = BusinessCalendar.france
        for _ in 0..<500 {
            let day = calendar.shifted(
                Day("2000-01-01").adding(days: .random(in: 0...15_000, using: &random)))
            let count = Int.random(in: 1...60, using: &random)
            let later = calendar.adding(businessDays: count, to: day)
            let context: Comment = "\(day) + \(count) bd, replay with ENTENTE_SEED=\(seed)"
            #expect(calendar.isBusinessDay(later), context)
            #expect(calendar.adding(businessDays: -count, to: later) == day, context)
            #expect(calendar.businessDays(after: day, through: later) == count, context)
        }
    }
}

import Foundation
import Testing

@testable import Agreements

@Suite("A civil day")
struct TimeDayTests {
    @Test(
        "is read from ISO text and written back",
        arguments: ["1583-01-01", "1970-01-01", "2000-02-29", "2016-06-15", "2100-02-28", "9999-12-31"])
    func roundTrip(text: String) throws {
        #expect(try Day(parsing: text).description == text)
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("2017-02-29", "does not exist"), ("1900-02-29", "does not exist"),
            ("2016-13-01", "does not exist"),
            ("2016-00-10", "does not exist"), ("2016-04-31", "does not exist"),
            ("2016-01-00", "does not exist"),
            ("1582-12-31", "is outside the years 1583 to 9999"),
            ("0000-01-01", "is outside the years 1583 to 9999"),
            ("2016-6-15", "is not written YYYY-MM-DD"), ("20160615", "is not written YYYY-MM-DD"),
            ("2016-06-15 ", "is not written YYYY-MM-DD"), ("15/06/2016", "is not written YYYY-MM-DD"),
            ("-016-06-15", "is not written YYYY-MM-DD"), ("２０１６-06-15", "is not written YYYY-MM-DD"),
            ("", "is not written YYYY-MM-DD"),
        ])
    func refused(text: String, problem: String) {
        let expected = TimeTextError(expected: "day", text: text, problem: problem)
        #expect(throws: expected) { try Day(parsing: text) }
    }

    @Test("tells the problem in one short sentence")
    func message() {
        let error = #expect(throws: TimeTextError.self) { try Day(parsing: "2017-02-29") }
        #expect(error?.description == "day \"2017-02-29\" does not exist")
        let long = #expect(throws: TimeTextError.self) {
            try Day(parsing: String(repeating: "9", count: 5_000))
        }
        #expect((long?.description.count ?? .max) < 120)
    }

    @Test(
        "has a day of the week",
        arguments: [
            ("2016-12-16", Weekday.friday), ("2017-01-01", .sunday), ("1970-01-01", .thursday),
            ("1583-01-01", .saturday), ("2000-02-29", .tuesday), ("2021-01-31", .sunday),
            ("1969-12-31", .wednesday),
        ] as [(Day, Weekday)])
    func weekday(day: Day, expected: Weekday) {
        #expect(day.weekday == expected)
    }

    @Test(
        "plus months keeps the day number or takes the last of the month",
        arguments: [
            ("2016-08-31", 6, "2017-02-28"), ("2015-08-31", 6, "2016-02-29"), ("2016-01-31", 1, "2016-02-29"),
            ("2016-01-31", 3, "2016-04-30"), ("2016-03-31", -1, "2016-02-29"),
            ("2016-12-15", 1, "2017-01-15"),
            ("2016-01-15", -1, "2015-12-15"), ("2020-12-31", -12, "2019-12-31"),
            ("2016-05-10", 0, "2016-05-10"),
        ] as [(Day, Int, Day)])
    func months(day: Day, months: Int, expected: Day) {
        #expect(day.adding(months: months) == expected)
    }

    @Test(
        "plus years takes 28 February when there is no 29th",
        arguments: [
            ("2016-02-29", 1, "2017-02-28"), ("2016-02-29", 4, "2020-02-29"), ("2096-02-29", 4, "2100-02-28"),
            ("2017-03-01", -1, "2016-03-01"),
        ] as [(Day, Int, Day)])
    func years(day: Day, years: Int, expected: Day) {
        #expect(day.adding(years: years) == expected)
    }

    @Test(
        "stops at the edges instead of trapping",
        arguments: [Int.min, -9_000_000, 9_000_000, Int.max])
    func edges(amount: Int) {
        let edge: Day = amount < 0 ? .earliest : .latest
        let day: Day = "2016-06-15"
        #expect(day.adding(days: amount) == edge)
        #expect(day.adding(months: amount) == edge)
        #expect(day.adding(years: amount) == edge)
    }

    @Test("next to an edge goes one step and no further")
    func nextToEdges() {
        #expect(Day.latest.description == "9999-12-31")
        #expect(Day.earliest.description == "1583-01-01")
        #expect(Day.latest.adding(months: 1) == .latest)
        #expect(Day.earliest.adding(months: -1) == .earliest)
        #expect(Day.latest.adding(days: -1) == "9999-12-30")
    }

    @Test("follows the day before it, for 400 years and a bit on each side of the epoch")
    func everyDay() throws {
        var (year, month, number) = (1583, 1, 1)
        for ordinal in Day.earliest.daysSinceEpoch...(Day.earliest.daysSinceEpoch + 200_000) {
            let day = Day(daysSinceEpoch: ordinal)
            guard day.year == year, day.month == month, day.dayOfMonth == number else {
                Issue.record("\(ordinal) is \(day), not \(year)-\(month)-\(number)")
                return
            }
            number += 1
            if number > Day.length(ofMonth: month, year: year) { (month, number) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year > 2100)
    }

    @Test(
        "is written for people in each language",
        arguments: [
            ("2020-12-01", "1er décembre 2020", "1 December 2020"),
            ("2016-08-02", "2 août 2016", "2 August 2016"),
            ("2021-02-21", "21 février 2021", "21 February 2021"),
        ])
    func written(text: String, french: String, english: String) throws {
        #expect(try Day(parsing: text).written == LocalizedText(fr: french, en: english))
    }

    @Test("survives any trip through text, numbers and arithmetic", arguments: [TimeSeed.current])
    func properties(seed: UInt64) throws {
        var random = TimeRandom(seed: seed)
        for _ in 0..<5_000 {
            let range = Day.earliest.daysSinceEpoch...Day.latest.daysSinceEpoch
            let day = Day(daysSinceEpoch: Int.random(in: range, using: &random))
            let step = Int.random(in: -4_000...4_000, using: &random)
            let context: Comment = "\(day) by \(step), replay with ENTENTE_SEED=\(seed)"
            #expect(try Day(parsing: day.description) == day, context)
            #expect(try Day(year: day.year, month: day.month, day: day.dayOfMonth) == day, context)
            let moved = day.adding(days: step)
            guard moved != .earliest, moved != .latest else { continue }
            #expect(moved.adding(days: -step) == day, context)
            #expect(day.days(to: moved) == step, context)
            #expect((moved < day) == (step < 0), context)
            let later = day.adding(months: abs(step) % 100)
            #expect(later >= day && (later == .latest || later.dayOfMonth <= day.dayOfMonth), context)
        }
    }
}

/// The seed of this run: `ENTENTE_SEED`, or a new one, shown as the argument of the random tests.
enum TimeSeed {
    static let current: UInt64 = {
        let text = ProcessInfo.processInfo.environment["ENTENTE_SEED"] ?? ""
        let digits = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
        return digits ?? UInt64.random(in: 0...UInt64(UInt32.max))
    }()
}

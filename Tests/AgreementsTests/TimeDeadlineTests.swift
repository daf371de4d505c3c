import Testing

@testable import Agreements

@Suite("A deadline rule")
struct TimeDeadlineTests {
    /// The instant when clocks of Paris show this.
    private static func paris(_ day: Day, _ time: TimeOfDay) -> Instant { Zone.paris.instant(day, at: time) }

    private func deadline(_ rule: DeadlineRule, _ start: Day, _ time: TimeOfDay = "10:00") -> Deadline {
        rule.deadline(from: Self.paris(start, time), calendar: .france, zone: .paris)
    }

    @Test(
        "of a step falls at 17:00 on the last day, moved to a business day",
        arguments: [
            ("P10B", "2016-12-16", "2016-12-30"), ("P10B", "2017-12-15", "2018-01-02"),
            ("P10B", "2016-06-14", "2016-06-28"), ("P20B", "2016-11-10", "2016-12-09"),
            ("P30D", "2016-06-15", "2016-07-15"), ("P30D", "2016-06-14", "2016-07-15"),
            ("P15D", "2016-07-31", "2016-08-16"), ("P60D", "2016-11-01", "2017-01-02"),
            ("P6M", "2016-08-31", "2017-02-28"), ("P6M", "2015-08-31", "2016-02-29"),
            ("P1M", "2016-11-30", "2016-12-30"), ("P1M", "2016-11-24", "2016-12-26"),
            ("P2W", "2016-12-11", "2016-12-26"), ("P4M", "2016-06-15", "2016-10-17"),
        ] as [(Period, Day, Day)])
    func step(period: Period, start: Day, expected: Day) {
        let found = deadline(.step(period), start)
        #expect(found.day == expected)
        #expect(found.limit == Self.paris(expected, "17:00"))
        #expect(found.due == found.limit + .milliseconds(1))
        #expect(
            DeadlineRule.step(period).due(
                from: Self.paris(start, "10:00"), calendar: .france, zone: .paris) == found.due)
    }

    @Test("counts days of Paris, not of UTC: 00:30 on 1 July is still 30 June in UTC")
    func parisDays() {
        #expect(deadline(.step("P5D"), "2016-07-01", "00:30").day == "2016-07-06")
        #expect(deadline(.step("P5D"), "2016-07-01", "23:59:59.999").day == "2016-07-06")
    }

    @Test(
        "of a silence ends at 24:00 and never moves",
        arguments: [
            ("P2M", "2016-03-01", "2016-05-01", "2016-05-01T22:00:00.000Z"),
            ("P1M", "2016-11-30", "2016-12-30", "2016-12-30T23:00:00.000Z"),
            ("P6M", "2016-08-31", "2017-02-28", "2017-02-28T23:00:00.000Z"),
            ("P3M", "2016-12-31", "2017-03-31", "2017-03-31T22:00:00.000Z"),
        ] as [(Period, Day, Day, Instant)])
    func silence(period: Period, start: Day, expected: Day, due: Instant) {
        let found = deadline(.silence(period), start)
        #expect(found == Deadline(day: expected, limit: due, isInclusive: false))
        #expect(found.due == due)
        #expect(found.accepts(due - .milliseconds(1)))
        #expect(!found.accepts(due))
    }

    @Test(
        "of a yearly date moves, and the next one is after the start",
        arguments: [
            (1, 31, 0, "2020-06-01", "2021-02-01"), (1, 31, 0, "2017-01-01", "2017-01-31"),
            (1, 31, 1, "2017-01-01", "2018-01-31"), (1, 31, 1, "2018-01-31", "2019-01-31"),
            (12, 31, 0, "2016-12-31", "2017-01-02"), (12, 31, 0, "2017-01-01", "2017-01-02"),
            (12, 31, 0, "2017-01-03", "2018-01-02"), (2, 29, 0, "2016-06-01", "2017-02-28"),
            (2, 29, 0, "2015-06-01", "2016-02-29"), (12, 15, 0, "2016-12-15", "2016-12-15"),
            (12, 15, 0, "2016-12-16", "2017-12-15"),
        ] as [(Int, Int, Int, Day, Day)])
    func fixedYearly(month: Int, day: Int, years: Int, start: Day, expected: Day) {
        let found = deadline(.fixedYearly(month: month, day: day, yearsAfter: years), start)
        #expect(found.day == expected)
        #expect(found.limit == Self.paris(expected, "17:00"))
    }

    @Test("of a yearly date takes the next year once 17:00 has passed")
    func fixedYearlyLimit() {
        let rule = DeadlineRule.fixedYearly(month: 12, day: 15)
        #expect(deadline(rule, "2016-12-15", "17:00").day == "2016-12-15")
        #expect(deadline(rule, "2016-12-15", "17:00:00.001").day == "2017-12-15")
    }

    @Test("of a year's end stays on 31 December, 24:00, Sunday or not")
    func yearlyEnd() {
        let found = deadline(.yearlyEnd(month: 12, day: 31), "2017-11-10")
        #expect(found.day == "2017-12-31")
        #expect(found.due == "2017-12-31T23:00:00.000Z")
        #expect(found.due == Self.paris("2018-01-01", "00:00"))
    }

    @Test("of a given day or instant stays where it was put")
    func given() {
        let sunday: Day = "2017-01-01"
        #expect(deadline(.date(sunday), "2016-06-01").limit == Self.paris(sunday, "17:00"))
        #expect(deadline(.end("2020-12-31"), "2016-06-01").due == Self.paris("2021-01-01", "00:00"))
        #expect(deadline(.end(sunday), "2016-06-01").due == Self.paris("2017-01-02", "00:00"))
        let window = DeadlineRule.opening(Day("2020-12-31").adding(months: -12))
        #expect(deadline(window, "2017-01-01").due == Self.paris("2019-12-31", "00:00"))
        #expect(deadline(.step("PT36H"), "2016-06-01", "10:00").limit == Self.paris("2016-06-02", "22:00"))
    }

    @Test(
        "of a call takes 17:00:00.000 in and leaves 17:00:00.001 out",
        arguments: [("16:59:59", true), ("17:00", true), ("17:00:00.001", false), ("17:00:01", false)]
            as [(TimeOfDay, Bool)])
    func closing(time: TimeOfDay, isIn: Bool) {
        let found = deadline(.instant("2016-06-15T15:00:00.000Z"), "2016-03-01")
        #expect(found.day == "2016-06-15")
        #expect(found.accepts(Self.paris("2016-06-15", time)) == isIn)
        #expect(found.due == "2016-06-15T15:00:00.001Z")
    }

    @Test(
        "keeps wall-clock hours when clocks change",
        arguments: [
            ("P10D", "2016-03-18", "2016-03-29T15:00:00.000Z"),
            ("P3D", "2016-10-28", "2016-10-31T16:00:00.000Z"),
            ("P10D", "2016-10-21", "2016-10-31T16:00:00.000Z"),
        ] as [(Period, Day, Instant)])
    func clockChange(period: Period, start: Day, expected: Instant) {
        #expect(deadline(.step(period), start).limit == expected)
    }

    @Test(
        "has one text",
        arguments: [
            ("step P10B", .step(.businessDays(10))), ("silence P2M", .silence(.months(2))),
            ("yearly 01-31", .fixedYearly(month: 1, day: 31)),
            ("yearly 01-31 +1", .fixedYearly(month: 1, day: 31, yearsAfter: 1)),
            ("yearly-end 12-31", .yearlyEnd(month: 12, day: 31)), ("date 2016-11-10", .date("2016-11-10")),
            ("end 2020-12-31", .end("2020-12-31")), ("opening 2019-12-31", .opening("2019-12-31")),
            ("instant 2016-06-15T15:00:00.000Z", .instant("2016-06-15T15:00:00.000Z")),
        ] as [(String, DeadlineRule)])
    func text(text: String, rule: DeadlineRule) throws {
        #expect(rule.description == text)
        #expect(try DeadlineRule(parsing: text) == rule)
    }

    @Test(
        "is refused with the part that is wrong",
        arguments: [
            "", "step", "step P", "stepP10B", "yearly 13-01", "yearly 02-30", "yearly 01-31 1",
            "date 2017-02-29",
            "never P10D", "instant 2016-06-15",
        ])
    func refused(text: String) {
        #expect(throws: TimeTextError.self) { try DeadlineRule(parsing: text) }
    }
}

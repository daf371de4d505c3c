import Testing

@testable import Agreements

@Suite("Terms and reminders")
struct TimeTermTests {
    @Test(
        "A term ends the day before its anniversary",
        arguments: [
            ("2017-01-01", 4, "2020-12-31"), ("2011-01-01", 4, "2014-12-31"), ("2016-06-15", 5, "2021-06-14"),
            ("2016-02-29", 4, "2020-02-28"), ("2016-02-29", 1, "2017-02-27"), ("2016-03-01", 4, "2020-02-29"),
        ] as [(Day, Int, Day)])
    func termEnd(start: Day, years: Int, expected: Day) {
        #expect(start.termEnd(years: years) == expected)
    }

    @Test("Mid-term is 24 months after the start, less one day")
    func midTerm() {
        #expect(Day("2017-01-01").midTerm == "2018-12-31")
        #expect(Day("2016-02-29").midTerm == "2018-02-27")
    }

    @Test("An agreement takes effect on the latest of its planned start and its document dates")
    func effective() {
        #expect(
            Day.effective(planned: "2017-01-01", documents: ["2016-12-05", "2016-12-12"]) == "2017-01-01")
        #expect(
            Day.effective(planned: nil, documents: ["2016-12-02", "2016-12-12", "2016-12-16"]) == "2016-12-16"
        )
        #expect(
            Day.effective(planned: "2011-01-01", documents: ["2010-12-01", "2011-03-15"]) == "2011-03-15")
        #expect(Day.effective(planned: nil, documents: []) == nil)
    }

    @Test(
        "A reminder goes at 07:30 on a civil day, working or not",
        arguments: [
            ("-P15D", "2016-05-01", "2016-04-16T05:30:00.000Z"),
            ("-P14D", "2016-06-15", "2016-06-01T05:30:00.000Z"),
            ("-P1D", "2016-12-26", "2016-12-25T06:30:00.000Z"),
            ("P30D", "2018-01-31", "2018-03-02T06:30:00.000Z"),
            ("-P12M", "2020-12-31", "2019-12-31T06:30:00.000Z"),
            ("-P3M", "2020-12-31", "2020-09-30T05:30:00.000Z"),
            ("P0D", "2018-01-31", "2018-01-31T06:30:00.000Z"),
            ("-P1D", "2016-03-28", "2016-03-27T05:30:00.000Z"),
        ] as [(Period, Day, Instant)])
    func reminder(offset: Period, due: Day, expected: Instant) {
        #expect(Reminder.instant(offset, from: due, zone: .paris) == expected)
    }

    @Test(
        "A digest waits for a business day",
        arguments: [
            ("2016-12-13T06:29:59.999Z", "2016-12-13T06:30:00.000Z"),
            ("2016-12-13T06:30:00.000Z", "2016-12-14T06:30:00.000Z"),
            ("2016-12-16T12:00:00.000Z", "2016-12-19T06:30:00.000Z"),
            ("2016-12-24T00:00:00.000Z", "2016-12-26T06:30:00.000Z"),
            ("2016-08-12T12:00:00.000Z", "2016-08-16T05:30:00.000Z"),
        ] as [(Instant, Instant)])
    func digest(now: Instant, expected: Instant) {
        #expect(Reminder.nextDigest(after: now, calendar: .france, zone: .paris) == expected)
    }

    @Test(
        "A digest is due from 07:30 of a business day until that day ends, and never made up for",
        arguments: [
            ("2016-12-13T06:29:59.999Z", nil), ("2016-12-13T06:30:00.000Z", "2016-12-13"),
            ("2016-12-13T22:59:59.999Z", "2016-12-13"), ("2016-12-13T23:00:00.000Z", nil),
            // A Saturday, a Sunday, and the French holidays of that year that fall on other days.
            ("2016-12-17T11:00:00.000Z", nil), ("2016-12-18T11:00:00.000Z", nil),
            ("2016-01-01T11:00:00.000Z", nil), ("2016-03-28T11:00:00.000Z", nil),
            ("2016-05-05T11:00:00.000Z", nil), ("2016-05-16T11:00:00.000Z", nil),
            ("2016-07-14T11:00:00.000Z", nil), ("2016-08-15T11:00:00.000Z", nil),
            ("2016-11-01T11:00:00.000Z", nil), ("2016-11-11T11:00:00.000Z", nil),
            // Summer time.
            ("2016-07-15T05:29:59.999Z", nil), ("2016-07-15T05:30:00.000Z", "2016-07-15"),
        ] as [(Instant, Day?)])
    func digestDay(now: Instant, expected: Day?) {
        #expect(Reminder.digestDay(at: now, calendar: .france, zone: .paris) == expected)
    }
}

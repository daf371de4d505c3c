import Testing

@testable import Agreements

@Suite("A period")
struct TimePeriodTests {
    @Test(
        "has one text",
        arguments: [
            ("P4Y", .years(4)), ("P6M", .months(6)), ("P2W", .weeks(2)), ("P30D", .days(30)),
            ("-P14D", .days(-14)),
            ("P10B", .businessDays(10)), ("PT17H", .hours(17)), ("PT5M", .minutes(5)),
            ("-PT1S", .seconds(-1)),
            ("P0D", .days(0)),
        ] as [(String, Period)])
    func text(text: String, period: Period) throws {
        #expect(try Period(parsing: text) == period)
        #expect(period.description == text)
    }

    @Test("of business days may be written as people do", arguments: [("10 bd", 10), ("-3 bd", -3)])
    func businessDays(text: String, count: Int) throws {
        #expect(try Period(parsing: text) == .businessDays(count))
    }

    @Test(
        "is refused when it is not one number of one unit",
        arguments: [
            "", "P", "PT", "4Y", "P4", "P4y", "P1Y6M", "P1.5D", "P-4D", "+P4D", "P4H", "PT4D", "PT4B",
            "P1234567D", "P4D ",
            " P4D", "10bd", "10 bd.", "bd", "P４D", "--P4D",
        ])
    func refused(text: String) {
        let error = #expect(throws: TimeTextError.self) { try Period(parsing: text) }
        #expect(error?.problem.hasPrefix("is not one number of one unit") == true)
    }

    @Test("reaches a day, its first day excluded")
    func reach() {
        let friday: Day = "2016-12-16"
        func reached(_ period: Period) -> Day { friday.adding(period, calendar: .france) }
        #expect(reached("P10D") == "2016-12-26")
        #expect(reached("P2W") == "2016-12-30")
        #expect(reached("P2M") == "2017-02-16")
        #expect(reached("P1Y") == "2017-12-16")
        #expect(reached("P1B") == "2016-12-19")
        #expect(reached("-P1B") == "2016-12-15")
        #expect(reached("PT48H") == friday)
    }
}

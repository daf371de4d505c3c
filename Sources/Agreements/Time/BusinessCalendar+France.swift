extension BusinessCalendar {
    /// Saturdays, Sundays and the eleven public holidays of metropolitan France (Code du travail, L3133-1).
    ///
    /// Whit Monday stays a public holiday although it may be the working "day of solidarity" since 2004. 8
    /// May is one again since 1982 (law 81-893).
    package static let france = BusinessCalendar(holidays: [
        HolidayRule("new_year", .fixed(month: 1, day: 1)),
        HolidayRule("easter_monday", .easter(plusDays: 1)),
        HolidayRule("labour_day", .fixed(month: 5, day: 1)),
        HolidayRule("victory_1945", .fixed(month: 5, day: 8), from: "1982-01-01"),
        HolidayRule("ascension", .easter(plusDays: 39)),
        HolidayRule("whit_monday", .easter(plusDays: 50)),
        HolidayRule("national_day", .fixed(month: 7, day: 14)),
        HolidayRule("assumption", .fixed(month: 8, day: 15)),
        HolidayRule("all_saints", .fixed(month: 11, day: 1)),
        HolidayRule("armistice_1918", .fixed(month: 11, day: 11)),
        HolidayRule("christmas", .fixed(month: 12, day: 25)),
    ])

    /// The same calendar with more closed days.
    package func closing(_ days: some Sequence<Day>) -> BusinessCalendar {
        BusinessCalendar(weekend: weekend, holidays: holidays, closedDays: closedDays.union(days))
    }
}

/// Easter, which most movable holidays follow.
package enum Easter {
    /// Easter Sunday of a year, 1583 to 9999; other years give the nearest of these.
    ///
    /// The "anonymous Gregorian" computus (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", chapter
    /// 8).
    package static func sunday(_ year: Int) -> Day {
        let year = min(max(year, Day.years.lowerBound), Day.years.upperBound)
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * (year % 19) + century - century / 4 - moonCorrection + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateMoon = (year % 19 + 11 * epact + 22 * weekday) / 451
        let march = epact + weekday - 7 * lateMoon + 114
        return Day(daysSinceEpoch: Day.ordinal(year, march / 31, march % 31 + 1))
    }
}

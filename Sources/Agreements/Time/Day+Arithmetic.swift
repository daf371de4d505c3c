extension Day {
    /// The day `days` later (earlier when negative), inside the range of ``Day``.
    package func adding(days: Int) -> Day {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return Day(daysSinceEpoch: overflow ? (days < 0 ? .min : .max) : sum)
    }

    /// The same day number `months` later (earlier when negative), else the last day of that month:
    /// 31 August + 6 months is 28 or 29 February.
    package func adding(months: Int) -> Day {
        let date = Self.civil(daysSinceEpoch)
        let (total, overflow) = (date.year * 12 + date.month - 1).addingReportingOverflow(months)
        guard !overflow, total >= Self.years.lowerBound * 12 else { return months < 0 ? .earliest : .latest }
        let (year, month) = (total / 12, total % 12 + 1)
        guard year <= Self.years.upperBound else { return .latest }
        let day = Swift.min(date.day, Self.length(ofMonth: month, year: year))
        return Day(daysSinceEpoch: Self.ordinal(year, month, day))
    }

    /// The same date `years` later (earlier when negative); 29 February becomes 28 February in common years.
    package func adding(years: Int) -> Day {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years < 0 ? .earliest : .latest) : adding(months: months)
    }

    /// Days from this day to `other`; negative when `other` is earlier.
    package func days(to other: Day) -> Int { other.daysSinceEpoch - daysSinceEpoch }
}

extension Day {
    /// The day that a period started on this day reaches; the first day is not counted.
    ///
    /// Nothing is moved to a business day here, except that business days are counted as such. Hours, minutes
    /// and seconds leave the day as it is.
    package func adding(_ period: Period, calendar: BusinessCalendar) -> Day {
        switch period.unit {
        case .years: adding(years: period.count)
        case .months: adding(months: period.count)
        case .weeks: adding(days: period.count * 7)
        case .days: adding(days: period.count)
        case .businessDays: calendar.adding(businessDays: period.count, to: self)
        case .hours, .minutes, .seconds: self
        }
    }
}

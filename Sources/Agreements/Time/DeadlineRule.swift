/// How a deadline, an end or an opening is found from the instant at which its state is entered.
package enum DeadlineRule: Sendable, Hashable {
    /// A step: 17:00 on the last day, moved to the next business day. Of hours, minutes or seconds: elapsed
    /// time.
    case step(Period)
    /// A silence, a withdrawal or the end of an agreement: 24:00 on the last day, never moved.
    case silence(Period)
    /// A date of each year: 17:00, moved to the next business day. The next one whose limit is after the
    /// start, or, when `yearsAfter` is not 0, the one of that many civil years after the year of the start.
    case fixedYearly(month: Int, day: Int, yearsAfter: Int = 0)
    /// A date of each year at 24:00, never moved; the year is found as for
    /// ``fixedYearly(month:day:yearsAfter:)``.
    case yearlyEnd(month: Int, day: Int, yearsAfter: Int = 0)
    /// A given day at 17:00, not moved: whoever wrote the day meant it.
    case date(Day)
    /// A given day at 24:00, never moved: the end of an agreement.
    case end(Day)
    /// 00:00 of a given day: what opens at T−n months is `.opening(end.adding(months: -n))`.
    case opening(Day)
    /// A given instant, itself in time: the closing of a call.
    case instant(Instant)
}

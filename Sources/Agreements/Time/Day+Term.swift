extension Day {
    /// The last day of a term of `years` that starts on this day: start + n years − 1 day.
    package func termEnd(years: Int) -> Day { adding(years: years).adding(days: -1) }

    /// The day of the mid-term report of a term that starts on this day: start + 24 months − 1 day.
    package var midTerm: Day { adding(months: 24).adding(days: -1) }

    /// The day on which an agreement takes effect: the later of its planned start and the latest date written
    /// on its signed documents (not the day of receipt).
    ///
    /// Nil when there is neither.
    package static func effective(planned: Day?, documents: some Sequence<Day>) -> Day? {
        [planned, documents.max()].compactMap(\.self).max()
    }
}

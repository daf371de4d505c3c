package import Agreements

extension Typography {
    /// The date with its month in letters: `1er janvier 2017`, `1 January 2017`.
    package func date(_ day: Day) -> String { day.written(in: language) }

    /// The date with its day of the week: `vendredi 16 décembre 2016`, `Friday 16 December 2016`.
    package func fullDate(_ day: Day) -> String { "\(weekday(day.weekday)) \(date(day))" }

    /// The name of the day: `vendredi`, `Friday`.
    package func weekday(_ weekday: Weekday) -> String {
        switch language {
        case .french: Self.frenchWeekdays[weekday.rawValue - 1]
        case .english: Self.englishWeekdays[weekday.rawValue - 1]
        }
    }

    /// A stretch of days, both included: `du 1er janvier 2017 au 31 décembre 2020`; open-ended, `à partir du
    /// …`.
    package func dates(from start: Day, to end: Day?) -> String {
        switch (language, end) {
        case (.french, let end?): "du \(date(start)) au \(date(end))"
        case (.french, nil): "à partir du \(date(start))"
        case (.english, let end?): "from \(date(start)) to \(date(end))"
        case (.english, nil): "from \(date(start))"
        }
    }

    private static let frenchWeekdays = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}

extension DeadlineRule: TimeText {
    /// One line, as stored with a timer: `step P10B`, `silence P2M`, `yearly 01-31 +1`, `yearly-end 12-31`,
    /// `date 2016-11-10`, `end 2020-12-31`, `opening 2019-12-31`, `instant 2016-06-15T15:00:00.000Z`.
    package var description: String {
        switch self {
        case .step(let period): "step \(period)"
        case .silence(let period): "silence \(period)"
        case .fixedYearly(let month, let day, let years): "yearly \(Self.write(month, day, years))"
        case .yearlyEnd(let month, let day, let years): "yearly-end \(Self.write(month, day, years))"
        case .date(let day): "date \(day)"
        case .end(let day): "end \(day)"
        case .opening(let day): "opening \(day)"
        case .instant(let instant): "instant \(instant)"
        }
    }

    /// Reads the form that ``description`` writes.
    /// - Throws: ``TimeTextError`` of the part that cannot be read.
    package init(parsing text: some StringProtocol) throws(TimeTextError) {
        let parts = String(text).split(separator: " ", maxSplits: 1).map { String($0) }
        guard parts.count == 2, let rule = try Self.read(parts[0], parts[1]) else {
            throw TimeTextError(expected: "deadline rule", text: text, problem: "has no known form")
        }
        self = rule
    }

    private static func read(_ name: String, _ value: String) throws(TimeTextError) -> DeadlineRule? {
        switch name {
        case "step": .step(try Period(parsing: value))
        case "silence": .silence(try Period(parsing: value))
        case "yearly": readYearly(value).map { .fixedYearly(month: $0, day: $1, yearsAfter: $2) }
        case "yearly-end": readYearly(value).map { .yearlyEnd(month: $0, day: $1, yearsAfter: $2) }
        case "date": .date(try Day(parsing: value))
        case "end": .end(try Day(parsing: value))
        case "opening": .opening(try Day(parsing: value))
        case "instant": .instant(try Instant(parsing: value))
        default: nil
        }
    }

    private static func write(_ month: Int, _ day: Int, _ years: Int) -> String {
        "\(month.padded(2))-\(day.padded(2))" + (years == 0 ? "" : " +\(years)")
    }

    private static func readYearly(_ text: String) -> (Int, Int, Int)? {
        var reader = TextReader(text)
        guard let month = reader.number(digits: 2), (1...12).contains(month), reader.take("-"),
            let day = reader.number(digits: 2), (1...Day.length(ofMonth: month, year: 2000)).contains(day)
        else { return nil }
        if reader.isAtEnd { return (month, day, 0) }
        guard reader.take(" "), reader.take("+"), let years = reader.number(upTo: 2), reader.isAtEnd else {
            return nil
        }
        return (month, day, years)
    }
}

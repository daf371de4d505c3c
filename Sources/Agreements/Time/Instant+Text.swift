extension Instant: TimeText {
    /// RFC 3339 in UTC with three fraction digits: `2016-06-15T15:00:00.000Z`.
    ///
    /// The only form that Entente writes.
    package var description: String {
        let (day, milliseconds) = Self.split(millisecondsSinceEpoch)
        let time = TimeOfDay(milliseconds: milliseconds)
        let clock = "\(time.hour.padded(2)):\(time.minute.padded(2)):\(time.second.padded(2))"
        return "\(day)T\(clock).\((milliseconds % 1_000).padded(3))Z"
    }

    /// Reads the form that ``description`` writes, and no other, so that one instant has one text.
    /// - Throws: ``TimeTextError``, which tells a wrong form from a date that does not exist.
    package init(parsing text: some StringProtocol) throws(TimeTextError) {
        guard text.utf8.count == 24, text.last == "Z" else {
            throw TimeTextError(
                expected: "instant", text: text, problem: "is not written YYYY-MM-DDTHH:MM:SS.mmmZ")
        }
        try self.init(rfc3339: text)
    }

    /// Reads any RFC 3339 date-time: `T` between date and time, 0 to 9 fraction digits (cut to milliseconds),
    /// `Z` or an offset.
    ///
    /// Leap seconds (second 60) are refused. - Throws: ``TimeTextError``, which tells a wrong form from a
    /// date that does not exist.
    package init(rfc3339 text: some StringProtocol) throws(TimeTextError) {
        var reader = TextReader(text)
        guard let date = Day.read(&reader), reader.take("T"), let milliseconds = Self.readTime(&reader),
            let offset = Self.readOffset(&reader), reader.isAtEnd
        else {
            throw TimeTextError(expected: "instant", text: text, problem: "is not an RFC 3339 date and time")
        }
        let day: Day
        do { day = try Day(year: date.year, month: date.month, day: date.day) } catch {
            throw TimeTextError(expected: "instant", text: text, problem: "\(error.problem) (date)")
        }
        self = Self.join(day, milliseconds).adding(milliseconds: -offset)
    }

    private static func readTime(_ reader: inout TextReader) -> Int? {
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.take(":"),
            let second = reader.number(digits: 2), second < 60
        else { return nil }
        let whole = ((hour * 60 + minute) * 60 + second) * 1_000
        guard reader.take(".") else { return whole }
        return reader.milliseconds().map { whole + $0 }
    }

    private static func readOffset(_ reader: inout TextReader) -> Int64? {
        if reader.take("Z") { return 0 }
        let sign: Int64 = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
        guard sign != 0, let hours = reader.number(digits: 2), hours < 24, reader.take(":"),
            let minutes = reader.number(digits: 2), minutes < 60
        else { return nil }
        return sign * Int64((hours * 60 + minutes) * 60_000)
    }

    /// The UTC day and the milliseconds since its midnight.
    static func split(_ milliseconds: Int64) -> (Day, Int) {
        let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: dayLength)
        return rest < 0
            ? (Day(daysSinceEpoch: Int(days - 1)), Int(rest + dayLength))
            : (Day(daysSinceEpoch: Int(days)), Int(rest))
    }

    /// The instant of these milliseconds after midnight UTC.
    static func join(_ day: Day, _ milliseconds: Int) -> Instant {
        Instant(millisecondsSinceEpoch: Int64(day.daysSinceEpoch) * dayLength + Int64(milliseconds))
    }

    private static var dayLength: Int64 { Int64(TimeOfDay.millisecondsPerDay) }
}

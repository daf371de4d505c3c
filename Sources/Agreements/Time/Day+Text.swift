extension Day: TimeText {
    /// The day written `YYYY-MM-DD`.
    package var description: String {
        let date = Self.civil(daysSinceEpoch)
        return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
    }

    /// Reads `YYYY-MM-DD` (ISO 8601 extended form), nothing else.
    /// - Throws: ``TimeTextError``, which tells a wrong form from a date that does not exist.
    package init(parsing text: some StringProtocol) throws(TimeTextError) {
        var reader = TextReader(text)
        guard let date = Self.read(&reader), reader.isAtEnd else {
            throw TimeTextError(expected: "day", text: text, problem: "is not written YYYY-MM-DD")
        }
        try self.init(year: date.year, month: date.month, day: date.day)
    }

    static func read(_ reader: inout TextReader) -> (year: Int, month: Int, day: Int)? {
        guard let year = reader.number(digits: 4), reader.take("-"),
            let month = reader.number(digits: 2), reader.take("-"),
            let day = reader.number(digits: 2)
        else { return nil }
        return (year, month, day)
    }
}

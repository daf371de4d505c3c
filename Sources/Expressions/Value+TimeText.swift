extension Value.Timestamp {
    /// Reads RFC 3339, such as `2012-03-01T12:00:00.5+01:00`; nil for anything else or out of range.
    package init?(text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t"), let hour = reader.number(2),
            reader.skip(":"), let minute = reader.number(2), reader.skip(":"), let second = reader.number(2),
            let nanos = reader.fraction(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists, hour < 24, minute < 60, second < 60 else { return nil }
        self.init(seconds: date.days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanos: nanos)
    }
}

extension Value.Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, with no more digits of a second than needed.
    package var description: String {
        let (days, rest) = seconds.flooredDivision(by: 86_400)
        let date = CivilDate(days: days)
        let day = "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
        let time = "\((rest / 3600).padded(2)):\((rest / 60 % 60).padded(2)):\((rest % 60).padded(2))"
        return "\(day)T\(time)\(Int64(nanos).asFraction)Z"
    }
}

extension Value.Duration: CustomStringConvertible {
    /// Seconds with no more decimals than needed, and `s`: `3600s`, `-1.5s`.
    package var description: String {
        let sign = seconds < 0 || nanos < 0 ? "-" : ""
        return "\(sign)\(seconds.magnitude)\(Int64(nanos.magnitude).asFraction)s"
    }
}

extension Int64 {
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }

    /// Nanoseconds as the decimals of a second, without trailing zeros: empty for none.
    fileprivate var asFraction: String {
        guard self != 0 else { return "" }
        var digits = padded(9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }
}

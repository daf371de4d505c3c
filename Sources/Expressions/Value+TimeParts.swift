extension Value {
    func toTimestamp() throws(Fault) -> Value {
        switch self {
        case .timestamp: return self
        case .int(let seconds):
            guard let time = Timestamp(seconds: seconds) else {
                throw Fault(.outOfRange, "The timestamp is out of the range of years 1 to 9999.")
            }
            return .timestamp(time)
        case .string(let text):
            guard let time = Timestamp(text: text) else {
                throw Fault(.invalidArgument, "The text is no timestamp such as 2012-03-01T12:00:00Z.")
            }
            return .timestamp(time)
        default: throw Machine.mismatch
        }
    }

    func toDuration() throws(Fault) -> Value {
        switch self {
        case .duration: return self
        case .string(let text):
            guard let length = Duration(text: text) else {
                throw Fault(.invalidArgument, "The text is no duration such as 1h30m, or is out of range.")
            }
            return .duration(length)
        default: throw Machine.mismatch
        }
    }

    /// The part of a timestamp in a zone `offset` seconds east of UTC, or of a duration.
    func part(_ part: TimePart, offset: Int64) throws(Fault) -> Value {
        switch self {
        case .timestamp(let time): .int(time.part(part, offset: offset))
        case .duration(let length): .int(try length.part(part))
        default: throw Machine.mismatch
        }
    }
}

extension Value.Timestamp {
    fileprivate func part(_ part: TimePart, offset: Int64) -> Int64 {
        let (days, rest) = (seconds + offset).flooredDivision(by: 86_400)
        let date = CivilDate(days: days)
        return switch part {
        case .fullYear: date.year
        case .month: date.month - 1
        case .date: date.day
        case .dayOfMonth: date.day - 1
        case .dayOfWeek: (days + 4).flooredDivision(by: 7).remainder
        case .dayOfYear: days - CivilDate(year: date.year, month: 1, day: 1).days
        case .hours: rest / 3600
        case .minutes: rest / 60 % 60
        case .seconds: rest % 60
        case .milliseconds: Int64(nanos) / 1_000_000
        }
    }
}

extension Value.Duration {
    /// Hours, minutes and seconds are of the whole length; milliseconds are those within the last second.
    fileprivate func part(_ part: TimePart) throws(Fault) -> Int64 {
        switch part {
        case .hours: seconds / 3600
        case .minutes: seconds / 60
        case .seconds: seconds
        case .milliseconds: Int64(nanos) / 1_000_000
        case .fullYear, .month, .date, .dayOfMonth, .dayOfWeek, .dayOfYear: throw Machine.mismatch
        }
    }
}

extension Machine {
    /// Seconds east of UTC of the zone that a text names, at the instant.
    func offset(_ zone: Value, for time: Value) throws(Fault) -> Int64 {
        guard case .string(let name) = zone, case .timestamp(let time) = time else { throw Self.mismatch }
        if name == "UTC" { return 0 }
        if let offset = Self.fixedOffset(name) ?? Self.fixedOffset("+" + name) { return offset }
        guard let offset = zones(name, time.seconds) else {
            throw Fault(.invalidArgument, "The time zone `\(name)` is not known.")
        }
        return Int64(offset)
    }

    /// `Z`, `+01:00`; a missing sign is taken for a plus by the caller.
    private static func fixedOffset(_ name: String) -> Int64? {
        var reader = DigitReader(name)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }
}

/// An hour of the civil day, from 00:00:00.000 to 23:59:59.999.
///
/// The end of a day is the start of the next.
package struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Milliseconds since midnight on a day without change of offset.
    package let milliseconds: Int

    /// The nearest time of day to `milliseconds` after midnight.
    package init(milliseconds: Int) {
        self.milliseconds = Swift.min(Swift.max(milliseconds, 0), Self.millisecondsPerDay - 1)
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The hour, 0 to 23.
    package var hour: Int { milliseconds / 3_600_000 }
    /// The minute, 0 to 59.
    package var minute: Int { milliseconds / 60_000 % 60 }
    /// The second, 0 to 59.
    package var second: Int { milliseconds / 1_000 % 60 }

    /// 00:00, when what opens at T−n months opens.
    package static let midnight = TimeOfDay(milliseconds: 0)
    /// 17:00, when the deadline of a step falls.
    package static let stepDeadline: TimeOfDay = "17:00"
    /// 07:30, when reminders and digests go.
    package static let reminders: TimeOfDay = "07:30"

    static let millisecondsPerDay = 86_400_000
}

extension TimeOfDay: TimeText {
    /// `HH:MM`, with seconds and milliseconds only where they are not zero.
    package var description: String {
        let minutes = "\(hour.padded(2)):\(minute.padded(2))"
        let fraction = milliseconds % 1_000
        if fraction != 0 { return "\(minutes):\(second.padded(2)).\(fraction.padded(3))" }
        return second == 0 ? minutes : "\(minutes):\(second.padded(2))"
    }

    /// Reads `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`.
    /// - Throws: ``TimeTextError``; 24:00 is refused, since the end of a day is the start of the next.
    package init(parsing text: some StringProtocol) throws(TimeTextError) {
        var reader = TextReader(text)
        guard let value = Self.read(&reader), reader.isAtEnd else {
            throw TimeTextError(
                expected: "time of day", text: text, problem: "is not written HH:MM, 00:00 to 23:59")
        }
        self = value
    }

    static func read(_ reader: inout TextReader) -> TimeOfDay? {
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
            let minute = reader.number(digits: 2), minute < 60
        else { return nil }
        var total = (hour * 60 + minute) * 60_000
        if reader.take(":") {
            guard let second = reader.number(digits: 2), second < 60 else { return nil }
            total += second * 1_000
            if reader.take(".") {
                guard let fraction = reader.milliseconds() else { return nil }
                total += fraction
            }
        }
        return TimeOfDay(milliseconds: total)
    }
}

package import Agreements

extension Typography {
    /// The hour, cut to the minute: `17 h`, `17 h 30`; `5 p.m.`, `5.30 p.m.`, `noon`, `midnight`.
    package func hour(_ time: TimeOfDay) -> String {
        switch language {
        case .french: frenchHour(time)
        case .english: englishHour(time)
        }
    }

    /// Date and hour in the zone, which is named: `vendredi 16 décembre 2016, 17 h (heure de Paris)`.
    package func dateAndTime(_ instant: Instant) -> String {
        let civil = zone.civil(instant)
        return "\(fullDate(civil.day)), \(hour(civil.time)) (\(zoneName))"
    }

    /// A deadline as people write it: its day with 17 h, or with 24 h where it lasts to the end of that day.
    package func deadline(_ deadline: Deadline) -> String {
        guard deadline.limit == zone.endOfDay(deadline.day) else { return dateAndTime(deadline.limit) }
        let end =
            switch language {
            case .french: "24\(Self.noBreakSpace)h"
            case .english: "end of the day"
            }
        return "\(fullDate(deadline.day)), \(end) (\(zoneName))"
    }

    /// The zone by its city: `heure de Paris`, `Paris time`; `UTC` as it is.
    package var zoneName: String {
        guard let name = zone.identifier.split(separator: "/").last, zone.identifier.contains("/") else {
            return zone.identifier
        }
        let city = name.split(separator: "_").joined(separator: " ")
        return switch language {
        case .french: "heure \(French.of(city))"
        case .english: "\(city) time"
        }
    }

    private func frenchHour(_ time: TimeOfDay) -> String {
        let hour = "\(time.hour)\(Self.noBreakSpace)h"
        return time.minute == 0 ? hour : "\(hour)\(Self.noBreakSpace)\(Self.twoDigits(time.minute))"
    }

    private func englishHour(_ time: TimeOfDay) -> String {
        if time.minute == 0, time.hour.isMultiple(of: 12) { return time.hour == 0 ? "midnight" : "noon" }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minutes = time.minute == 0 ? "" : ".\(Self.twoDigits(time.minute))"
        return "\(hour)\(minutes)\(Self.noBreakSpace)\(time.hour < 12 ? "a.m." : "p.m.")"
    }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

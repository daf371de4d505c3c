package import Agreements

/// Writes a calendar as RFC 5545 says: folded at 75 bytes, CR LF, what is of a whole day as a date.
package struct ICalendarText: Sendable {
    private let zone: Zone
    private let stamp: Instant
    private var lines: [String]

    /// One entry of a calendar.
    package struct Entry: Sendable, Hashable {
        package var uid: String
        package var at: Instant
        /// Set for what is of a whole day.
        package var day: Day?
        package var summary: String
        package var description: String
        package var category: String

        package init(
            uid: String, at: Instant, day: Day?, summary: String, description: String, category: String
        ) {
            self.uid = uid
            self.at = at
            self.day = day
            self.summary = summary
            self.description = description
            self.category = category
        }
    }

    /// An empty calendar.
    /// - Parameter stamp: when what it says was true.
    package init(zone: Zone, stamp: Instant) {
        self.zone = zone
        self.stamp = stamp
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Forecast//FR", "CALSCALE:GREGORIAN"]
    }

    /// The calendar with these entries.
    package func text(_ entries: [Entry]) -> String {
        let all = lines + entries.flatMap(event) + ["END:VCALENDAR"]
        return all.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ entry: Entry) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(Self.escaped(entry.uid))", "DTSTAMP:\(Self.time(stamp))",
            entry.day.map { "DTSTART;VALUE=DATE:\(Self.date($0))" } ?? "DTSTART:\(Self.time(entry.at))",
            "SUMMARY:\(Self.escaped(entry.summary))", "DESCRIPTION:\(Self.escaped(entry.description))",
            "CATEGORIES:\(Self.escaped(entry.category))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// In UTC, to the second.
    private static func time(_ instant: Instant) -> String {
        instant.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
            case "\n": out.append(contentsOf: ["\\", "n"])
            default: if scalar.properties.generalCategory != .control { out.append(scalar) }
            }
        }
        return String(out)
    }

    /// Lines of at most 75 bytes; none is cut inside a character.
    private static func folded(_ line: String) -> String {
        var (out, length) = (String.UnicodeScalarView(), 0)
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                out.append(contentsOf: ["\r", "\n", " "])
                length = 1
            }
            out.append(scalar)
            length += size
        }
        return String(out)
    }
}

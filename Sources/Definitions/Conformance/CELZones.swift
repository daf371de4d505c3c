import Expressions
import Foundation

/// The named time zones of the system, for expressions.
enum CELZones {
    static let system: Expressions.Environment.Zones = { name, seconds in
        let date = Date(timeIntervalSince1970: Double(seconds))
        return TimeZone(identifier: name)?.secondsFromGMT(for: date)
    }
}

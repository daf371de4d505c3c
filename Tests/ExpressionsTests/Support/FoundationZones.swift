import Expressions
import Foundation

extension Environment {
    /// The zones that the operating system knows.
    static let systemZones: Zones = { name, seconds in
        TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}

/// The instant a message bears in its `Date` header.
///
/// It is given, never read from a clock, so that a retry has the same bytes.
package struct MailDate: Sendable, Hashable {
    /// Seconds since 1970-01-01 00:00:00 UTC; years 1970 to 9999.
    package let secondsSince1970: Int64

    /// Takes any second of the years 1970 to 9999; what lies outside becomes the nearest bound.
    package init(secondsSince1970 seconds: Int64) {
        secondsSince1970 = min(max(seconds, 0), 253_402_300_799)
    }

    /// RFC 5322 section 3.3, in UTC: `Mon, 02 Mar 2026 08:00:00 +0000`.
    package var rfc5322: String {
        let (days, second) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
        let date = "\(Self.twoDigits(day)) \(months[Int(month) - 1]) \(year)"
        return "\(names[Int(days % 7)]), \(date) \(time) +0000"
    }

    private static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// Days since 1970-01-01 to a proleptic Gregorian date, by eras of 400 years that begin on 1 March.
    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

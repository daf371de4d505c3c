/// A civil date as `date` keeps it, in the proleptic Gregorian calendar.
///
/// The special values `infinity` and `-infinity` are not read: a column that may hold them is read as `String`.
package struct PostgresDate: Sendable, Hashable {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// A date by its parts; a month or a day out of range runs over into its neighbours.
    ///
    /// Source of the arithmetic: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    package init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    }

    /// Year (0 is 1 BC), month and day.
    ///
    /// Source: civil_from_days, as above.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension PostgresDate: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }
}

extension PostgresDate: CustomStringConvertible {
    /// The ISO form, as PostgreSQL writes it.
    package var description: String { withoutEra + era }

    var era: String { parts.year < 1 ? " BC" : "" }

    var withoutEra: String {
        let (year, month, day) = parts
        let shown = String(year < 1 ? 1 - year : year)
        let padded = String(repeating: "0", count: max(0, 4 - shown.count)) + shown
        return "\(padded)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    init?(text: some StringProtocol) {
        let isBC = text.hasSuffix(" BC")
        let parts = text.dropLast(isBC ? 3 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: isBC ? 1 - year : year, month: month, day: day)
    }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// `date`.
    package static var postgresType: PostgresType { .date }

    /// The ISO form.
    package var postgresValue: PostgresValue { .text(description) }

    /// Reads the ISO form.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try cell.read(Self.self) { Self(text: $0) }
    }
}

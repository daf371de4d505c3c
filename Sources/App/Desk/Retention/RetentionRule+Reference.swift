import Agreements
import Storage

extension RetentionRule {
    /// The rule that a reference row tells; nil for a row that tells none.
    init?(_ row: ReferenceRow) {
        guard row.list == .retention, Self.unreadable(row) == nil, let details = row.details,
            let period = try? Period(parsing: details["period"] ?? ""),
            let fate = Fate(rawValue: details["fate"] ?? "")
        else { return nil }
        self.init(
            code: row.code, title: row.name, what: Self.matters(details).compactMap(\.self), period: period,
            fate: fate)
    }

    /// The first column of a row that says nothing that is known.
    static func unreadable(_ row: ReferenceRow) -> String? {
        let details = row.details ?? [:]
        let matters = matters(details)
        if matters.isEmpty || matters.contains(nil) { return "what" }
        if (try? Period(parsing: details["period"] ?? "")) == nil { return "period" }
        return Fate(rawValue: details["fate"] ?? "") == nil ? "fate" : nil
    }

    private static func matters(_ details: [String: String]) -> [Matter?] {
        (details["what"] ?? "").split(separator: " ").map { Matter(String($0)) }
    }
}

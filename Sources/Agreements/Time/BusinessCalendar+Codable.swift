/// Sets are written sorted, so that one calendar has one text and its hash is stable.
extension BusinessCalendar: Codable {
    private enum CodingKeys: CodingKey {
        case weekend, holidays, closedDays
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            weekend: try container.decode(Set<Weekday>.self, forKey: .weekend),
            holidays: try container.decode([HolidayRule].self, forKey: .holidays),
            closedDays: try container.decode(Set<Day>.self, forKey: .closedDays))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(weekend.sorted { $0.rawValue < $1.rawValue }, forKey: .weekend)
        try container.encode(holidays, forKey: .holidays)
        try container.encode(closedDays.sorted(), forKey: .closedDays)
    }
}

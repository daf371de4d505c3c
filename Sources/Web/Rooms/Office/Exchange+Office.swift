import Agreements
import Hummingbird

extension Exchange {
    /// What waits, on whom, how long, and what failed; the way to the lists.
    func officePage() async throws -> Response {
        let view = try await ports.office.office(try known())
        var values: [String: Any] = [
            "now": times.dateAndTime(view.now), "groups": view.groups.map { group($0, view.now) },
            "total": times.number(view.groups.reduce(0) { $0 + $1.count }),
            "sections": view.sections.map(section),
            "lists": OfficeList.allCases.filter { $0.isOffice }.map {
                ["path": $0.path, "name": text("list.\($0.rawValue)")]
            },
        ]
        if let late = view.late { values["late"] = late[language] }
        return try page("office", values, title: text("menu.office"))
    }

    private func group(_ group: OfficeView.Group, _ now: Instant) -> [String: Any] {
        var values: [String: Any] = [
            "name": text("office.\(group.key)"), "count": times.number(group.count), "path": group.path,
        ]
        if let oldest = group.oldest {
            let days = times.zone.day(of: oldest).days(to: times.zone.day(of: now))
            values["oldest"] = [
                "machine": oldest.description, "said": times.date(oldest), "days": times.number(max(0, days)),
            ]
        }
        return values
    }

    private func section(_ section: OfficeView.Section) -> [String: Any] {
        let view = ListPage(
            list: .waits, table: section.table, filters: [], query: Fields(), number: 1, language: language,
            times: times)
        return view.values.merging([
            "id": "section-\(section.key)", "name": text("office.\(section.key)"),
            "none": text("office.\(section.key)None"),
        ]) { $1 }
    }
}

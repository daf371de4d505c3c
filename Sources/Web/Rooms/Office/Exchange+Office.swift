import Agreements
import Hummingbird

extension Exchange {
    /// What waits, on whom, how long, and what failed; the way to the lists.
    func officePage(_ problem: FormProblem? = nil) async throws -> Response {
        let view = try await ports.office.office(try known())
        var values: [String: Any] = [
            "now": times.dateAndTime(view.now), "groups": view.groups.map { group($0, view.now) },
            "total": times.number(view.groups.reduce(0) { $0 + $1.count }),
            "sections": view.sections.map(section),
            "lists": lists,
        ]
        if let late = view.late { values["late"] = late[language] }
        if ports.institution.isSimulated, Access.office.admits(visitor) {
            values.merge(clock(view.now, problem)) { $1 }
        }
        if query["done"] != nil { values["done"] = true }
        return try page(
            "office", values, title: text("menu.office"),
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private var lists: [[String: String]] {
        let own = OfficeList.allCases.filter(\.isOffice).map { ($0.path, "list.\($0.rawValue)") }
        let rooms = [
            ("/ops/definitions", "definitions.title"), ("/ops/retention", "retention.title"),
        ]
        return (own + rooms).map { ["path": $0.0, "name": text($0.1)] }
    }

    /// Moves the simulated clock; the same time asked for twice is reached once.
    func advanceClock() async throws -> Response {
        do { try await ports.office.advance(to: form["to"] ?? "", try known()) } catch let problem
            as FormProblem
        {
            return try await officePage(problem)
        }
        return redirect(to: "/ops?done=1")
    }

    private func clock(_ now: Instant, _ problem: FormProblem?) -> [String: Any] {
        let (day, time) = (times.zone.day(of: now), times.zone.civil(now).time)
        let ahead = [
            ("day", day.adding(days: 1)), ("week", day.adding(days: 7)), ("month", day.adding(months: 1)),
        ]
        return [
            "hasClock": true, "typed": form["to"] ?? "",
            "spans": ahead.map { span in
                [
                    "name": text("clock.\(span.0)"),
                    "to": times.zone.instant(span.1, at: time).description,
                ]
            },
            "hasProblems": problem != nil,
            "problems": (problem?.fields ?? [:]).map {
                ["id": "to", "label": text("clock.to"), "problem": $0.value[language]]
            },
        ]
    }

    private func group(_ group: OfficeView.Group, _ now: Instant) -> [String: Any] {
        var values: [String: Any] = [
            "name": text("office.\(group.key)"), "count": times.number(group.count), "path": group.path,
        ]
        if let oldest = group.oldest {
            let days = max(0, times.zone.day(of: oldest).days(to: times.zone.day(of: now)))
            values["oldest"] = [
                "machine": oldest.description, "said": times.date(oldest), "days": times.number(days),
                "unit": text(language.isSingular(days) ? "office.day" : "office.days"),
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

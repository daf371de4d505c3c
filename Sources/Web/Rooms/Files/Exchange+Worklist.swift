import Agreements
import Hummingbird

extension Exchange {
    var times: CivilTexts { CivilTexts(language: language, zone: ports.institution.zone) }

    /// What waits for the visitor, page by page: overdue first, then by due date.
    func worklistPage() async throws -> Response {
        let (number, size) = (try pageNumber(), ListQuery.pageSize)
        let shown = ((number - 1) * size)..<(number * size)
        let worklist = try await ports.files.worklist(try known(), shown: shown)
        if let last = beyondLast("/todo", worklist.count, size, number) { return last }
        let links = PageLinks(
            count: worklist.count, size: size, number: number, language: language, times: times
        ) { "/todo?\(query.with("page", "\($0)").encoded)" }
        let values: [String: Any] = [
            "items": worklist.items.map(values(of:)),
            "hasItems": worklist.count > 0,
            "count": times.number(worklist.count),
            "steps": text(language.isSingular(worklist.count) ? "todo.one" : "todo.count"),
            "overdue": times.number(worklist.overdue),
            "hasOverdue": worklist.overdue > 0,
        ].merging(links.values) { $1 }.merging(sets(of: worklist)) { $1 }
        return try page("worklist", values, title: text("menu.todo"))
    }

    /// The acts that wait on several files and that one form can do.
    private func sets(of worklist: Worklist) -> [String: Any] {
        let shared = worklist.sets.filter { $0.count > 1 }
        return [
            "hasSets": !shared.isEmpty,
            "sets": shared.map {
                [
                    "path": Batch.path(of: $0.event, set: $0.name), "title": $0.title[language],
                    "count": times.number($0.count),
                ]
            },
        ]
    }

    private func values(of item: WorkItem) -> [String: Any] {
        var values: [String: Any] = [
            "path": "/files/\(PercentCoding.encoded(item.file))",
            "reference": item.reference ?? text("file.draft"),
            "instrument": item.instrument[language], "task": item.task[language],
            "details": details(of: item), "isOverdue": item.isOverdue,
        ]
        values["acts"] = item.acts.map { act in
            [
                "title": act.title[language],
                "path":
                    "/files/\(PercentCoding.encoded(item.file))/acts/\(PercentCoding.encoded(act.name.event))"
                    + "?process=\(PercentCoding.encoded(act.name.process))",
            ]
        }
        values["hasActs"] = !item.acts.isEmpty
        if let about = item.about { values["about"] = about[language] }
        values["isChanged"] = item.hasChanges
        values["isSent"] = item.reference != nil
        if let asked = item.asked { values["asked"] = asked }
        if item.isBlocked { values["isBlocked"] = true }
        if let subject = item.subject { values["subject"] = subject }
        if let project = item.project { values["project"] = project[language] }
        if let due = item.due {
            values["due"] = ["machine": due.description, "text": times.deadline(due)]
        }
        return values
    }

    /// Where, by whom, for how much, since when and for whom, as far as it is known.
    private func details(of item: WorkItem) -> String {
        var details = [item.countries.map { $0[language] }.joined(separator: ", ")]
        if let lead = item.lead { details.append("\(text("todo.lead")) \(lead)") }
        if let amount = item.amount { details.append("\(times.euros(amount)) \(text("todo.year"))") }
        details.append("\(text("todo.since")) \(times.date(item.since))")
        if let principal = item.principal { details.append("\(text("todo.for")) \(principal)") }
        return details.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

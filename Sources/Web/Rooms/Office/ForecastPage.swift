import Agreements

/// The values of the forecast's page: one month as a sheet of days, and what each day brings.
struct ForecastPage {
    let view: ForecastView
    let filter: ForecastFilter
    let query: Fields
    /// The page of the month, from 1.
    let number: Int
    let language: Language
    let times: CivilTexts

    /// Lines on a page of a month.
    static let pageSize = 100

    /// How many lines the month has on all its pages.
    var lineCount: Int { month(shown).count }

    var values: [String: Any] {
        let lines = month(shown)
        let onPage = lines.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
        let links = PageLinks(
            count: lines.count, size: Self.pageSize, number: number, language: language, times: times
        ) { address(["page": $0 == 1 ? nil : "\($0)"]) }
        return [
            "until": view.until.description, "month": shown.code, "name": name(shown),
            "kinds": choices(filter.kind, view.entries.map(\.kind)), "files": choices(filter.file, files),
            "months": months.map(link), "weeks": weeks, "weekdays": Catalogue.weekdays[language],
            "days": days(Array(onPage)), "hasLines": !lines.isEmpty, "isPartial": view.isPartial,
            "count": count(lines.count), "sheet": "/forecast.csv?\(asked)",
            "calendar": "/forecast.ics?\(asked)",
        ].merging(links.values) { $1 }
    }

    // MARK: What is shown

    private var kept: [ForecastView.Entry] { view.entries.filter(filter.admits) }

    /// What the spreadsheet and the calendar are asked for: all months of what is shown, in the language of the page.
    private var asked: String {
        Fields([("until", view.until.description), ("lang", language.rawValue)])
            .with("kind", filter.kind).with("file", filter.file).encoded
    }

    private func month(_ month: CalendarMonth) -> [ForecastView.Entry] {
        kept.filter { CalendarMonth(of: $0.day) == month }
    }

    private var months: [CalendarMonth] {
        CalendarMonth(of: view.today).until(CalendarMonth(of: view.until))
    }

    /// The month that was asked for; else the first that brings something.
    private var shown: CalendarMonth {
        let asked = months.first { $0.code == query["month"] }
        let first = kept.first.map { CalendarMonth(of: $0.day) }
        return asked ?? months.first { $0 == first } ?? CalendarMonth(of: view.today)
    }

    private func address(_ changes: [String: String?]) -> String {
        var fields = query.with("month", shown.code)
        for (name, value) in changes { fields = fields.with(name, value) }
        return "/forecast?\(fields.encoded)"
    }

    private func name(_ month: CalendarMonth) -> String {
        let name = "\(Day.monthNames(in: language)[month.month - 1]) \(month.year)"
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private func count(_ lines: Int) -> String {
        "\(times.number(lines))\u{A0}\(word(lines))"
    }

    private func word(_ lines: Int) -> String {
        Catalogue.text(language.isSingular(lines) ? "list.line" : "list.lines")[language]
    }

    // MARK: Filters and months

    private var files: [FormChoice] {
        view.entries.map { FormChoice($0.path, LocalizedText(fr: $0.file, en: $0.file)) }
    }

    /// What can be chosen; what was chosen stands among it, even where nothing is of it.
    private func choices(_ chosen: String?, _ all: [FormChoice]) -> [[String: Any]] {
        let asked = chosen.map { value in
            let name = value.split(separator: "/").last.map(String.init) ?? value
            return [FormChoice(value, LocalizedText(fr: name, en: name))]
        }
        let each = Dictionary(((asked ?? []) + all).map { ($0.value, $0) }, uniquingKeysWith: { $1 }).values
        return each.sorted { $0.label[language].plainLetters < $1.label[language].plainLetters }.map {
            ["value": $0.value, "label": $0.label[language], "isChosen": chosen == $0.value]
        }
    }

    private func link(_ month: CalendarMonth) -> [String: Any] {
        [
            "name": name(month), "count": times.number(self.month(month).count),
            "link": address(["month": month.code, "page": nil]), "isShown": month == shown,
        ]
    }

    // MARK: Days

    private var weeks: [[String: Any]] {
        let counts = Dictionary(grouping: month(shown), by: \.day).mapValues(\.count)
        return shown.weeks.map { week in
            ["cells": week.map { cell($0, counts) }]
        }
    }

    private func cell(_ day: Day?, _ counts: [Day: Int]) -> [String: Any] {
        guard let day else { return [:] }
        var values: [String: Any] = ["number": "\(day.dayOfMonth)", "isToday": day == view.today]
        if let count = counts[day] {
            values["lines"] = [
                "number": "\(day.dayOfMonth)", "day": day.description, "count": times.number(count),
                "word": "\u{A0}\(word(count))",
            ]
        }
        return values
    }

    private func days(_ entries: [ForecastView.Entry]) -> [[String: Any]] {
        let each = Dictionary(grouping: entries, by: \.day)
        return each.keys.sorted().map { day in
            [
                "day": day.description, "said": times.dayOfWeek(day),
                "entries": (each[day] ?? []).map(line),
            ]
        }
    }

    private func line(_ entry: ForecastView.Entry) -> [String: Any] {
        [
            "time": entry.at.map(times.time) ?? "", "hasTime": entry.at != nil, "file": entry.file,
            "path": entry.path, "kind": entry.kind.label[language], "title": entry.title[language],
            "whom": entry.whom.map { $0[language] }.joined(separator: ", "), "hasWhom": !entry.whom.isEmpty,
        ]
    }
}

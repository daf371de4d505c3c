import Agreements

/// The values of a list's page, in one language.
struct ListPage {
    let list: OfficeList
    let table: ListTable
    let filters: [ListFilter]
    /// What the address asked for.
    let query: Fields
    let number: Int
    let language: Language
    let times: CivilTexts

    var values: [String: Any] {
        [
            "title": text("list.\(list.rawValue)"), "action": list.path,
            "filters": filters.map { $0.values(query, in: language) }, "hasFilters": !filters.isEmpty,
            "headings": table.columns.map(heading), "lines": table.rows.map(line),
            "hasLines": !table.rows.isEmpty, "isNarrowed": filters.contains { query[$0.name] != nil },
            "count": count, "isOne": language.isSingular(table.count), "sheet": sheet,
        ].merging(pages) { $1 }
    }

    private func text(_ key: String) -> String { Catalogue.text(key)[language] }

    private var count: String {
        let count = times.number(table.count)
        return table.isMore ? text("list.over").replacing("{count}", with: count) : count
    }

    /// The same list for a spreadsheet.
    private var sheet: String { address("\(list.path).csv", query.with("page", nil)) }

    private func address(_ path: String, _ fields: Fields) -> String {
        let encoded = fields.encoded
        return encoded.isEmpty ? path : "\(path)?\(encoded)"
    }

    // MARK: Pages

    private var pages: [String: Any] {
        PageLinks(
            count: table.count, size: ListQuery.pageSize, number: number, language: language, times: times,
            address: link
        ).values
    }

    private func link(to page: Int) -> String {
        address(list.path, query.with("page", page == 1 ? nil : "\(page)"))
    }

    // MARK: Lines

    private func heading(_ column: ListColumn) -> [String: Any] {
        ["label": text("column.\(column.rawValue)"), "isNumber": Self.isNumber(column)]
    }

    private static func isNumber(_ column: ListColumn) -> Bool {
        [.attempts, .running, .steps, .overdue, .onPerson, .onDate, .onJob, .over].contains(column)
    }

    private func line(_ row: [ListCell]) -> [String: Any] {
        [
            "cells": row.enumerated().map { index, cell in
                let isDue = table.columns.indices.contains(index) && table.columns[index] == .due
                return values(of: cell, isDue: isDue).merging(["isHead": index == 0]) { $1 }
            }
        ]
    }

    private func values(of cell: ListCell, isDue: Bool) -> [String: Any] {
        switch cell {
        case .none: [:]
        case .text(let text): ["plain": text]
        case .words(let words): ["plain": words[language]]
        case .several(let words): ["plain": words.map { $0[language] }.joined(separator: ", ")]
        case .number(let number): ["plain": times.number(number), "isNumber": true]
        case .day(let day): ["time": ["machine": day.description, "said": times.date(day)]]
        case .moment(let instant):
            [
                "time": [
                    "machine": instant.description,
                    "said": isDue ? times.deadline(instant) : times.dateAndTime(instant),
                ]
            ]
        case .link(let words, let path):
            [
                "anchor": ["href": path, "said": words[language], "isShort": words[language].count <= 14],
                "isNumber": words[language].allSatisfy(\.isNumber),
            ]
        case .entries(let entries, let id):
            [
                "anchors": entries.map {
                    ["href": $0.path(about: id), "said": text("entry.\($0.word)")]
                },
                "hasAnchors": !entries.isEmpty,
            ]
        case .tag(let words, let code): ["label": ["code": code, "said": words[language]]]
        case .lines(let lines):
            [
                "texts": ["count": times.number(lines.count), "each": lines.map { $0[language] }],
                "hasTexts": !lines.isEmpty,
            ]
        case .button(let path): ["button": path]
        }
    }
}

extension ListFilter {
    /// For the template `filters`: what it asks, and what the address chose.
    func values(_ query: Fields, in language: Language) -> [String: Any] {
        var values: [String: Any] = [
            "name": name, "label": Catalogue.text("filter.\(name)")[language], "value": query[name] ?? "",
            "isTyped": choices == nil, "isDay": isDay, "isFixed": isFixed,
        ]
        values["options"] = (choices ?? []).map { choice in
            [
                "value": choice.value, "label": choice.label[language],
                "isChosen": query[name] == choice.value,
            ] as [String: Any]
        }
        return values
    }
}

extension ListTable {
    /// The rows of a spreadsheet: days as ISO 8601 writes them, times in the zone.
    func sheet(in language: Language, zone: Zone) -> [[String]] {
        let told = without(.redrive).without(.change)
        let head = told.columns.map { Catalogue.text("column.\($0.rawValue)")[language] }
        return [head] + told.rows.map { row in row.map { Self.text($0, language, zone) } }
    }

    private static func text(_ cell: ListCell, _ language: Language, _ zone: Zone) -> String {
        switch cell {
        case .none, .button, .entries: return ""
        case .text(let text): return text
        case .words(let words), .link(let words, _), .tag(let words, _): return words[language]
        case .several(let words): return words.map { $0[language] }.joined(separator: "; ")
        case .number(let number): return "\(number)"
        case .day(let day): return day.description
        case .moment(let instant):
            let civil = zone.civil(instant)
            return "\(civil.day) \(civil.time)"
        case .lines(let lines): return lines.map { $0[language] }.joined(separator: "\n")
        }
    }
}

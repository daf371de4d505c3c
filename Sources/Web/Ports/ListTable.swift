package import Agreements

/// A list as the house answers it: what its columns are, its lines, and how many lines there are in all.
package struct ListTable: Sendable, Hashable {
    package var columns: [ListColumn]
    /// Each has one cell for each column; the first names the line.
    package var rows: [[ListCell]]
    /// How many lines the filter lets through, on whatever page.
    package var count: Int
    /// Whether there are more than were counted.
    package var isMore: Bool

    package init(_ columns: [ListColumn], _ rows: [[ListCell]], count: Int, isMore: Bool = false) {
        self.columns = columns
        self.rows = rows
        self.count = count
        self.isMore = isMore
    }

    /// A copy without a column.
    func without(_ column: ListColumn) -> ListTable {
        var copy = self
        let kept = columns.indices.filter { columns[$0] != column }
        copy.columns = kept.map { columns[$0] }
        copy.rows = rows.map { row in kept.map { row[$0] } }
        return copy
    }
}

/// What a column holds; its heading is the text `column.` and the raw value.
package enum ListColumn: String, Sendable, Hashable, CaseIterable {
    case address, agreement, attempts, cause, change, city, closes, code, countries, country, deputy, details,
        done,
        due, end,
        errors, exempt
    case failure, file, from, group, holder, instrument, instruments, itmo, job, kind, language, law
    case left, legal, list, name, next, notice, oldest, onDate, onJob, onPerson, opens, organisation, over
    case published, publisher
    case overdue, ranking, recipient, redrive, reference, role, running, scope, since, stage, start, status
    case step, steps, subject, target, unit, until, value, version, what, when, written, year
}

/// One cell, told apart by how it is shown, sorted and written to a spreadsheet.
package enum ListCell: Sendable, Hashable {
    case none
    case text(String)
    case words(LocalizedText)
    case several([LocalizedText])
    case number(Int)
    case day(Day)
    case moment(Instant)
    /// Leads to another page of ours.
    case link(LocalizedText, to: String)
    /// The forms of the register that change what the line shows.
    case entries([RegisterEntry], about: String)
    /// A word that stands out; `code` is its class in the style sheet.
    case tag(LocalizedText, code: String)
    /// Long texts of machines, the oldest first.
    case lines([LocalizedText])
    /// A button that sends a form without fields.
    case button(to: String)

    /// A link whose text is the same in every language.
    package static func link(_ text: String, to path: String) -> ListCell {
        .link(LocalizedText(fr: text, en: text), to: path)
    }

    /// A text, or nothing.
    package static func text(_ text: String?) -> ListCell { text.map(ListCell.text) ?? .none }
    /// A day, or nothing.
    package static func day(_ day: Day?) -> ListCell { day.map(ListCell.day) ?? .none }
    /// An instant, or nothing.
    package static func moment(_ instant: Instant?) -> ListCell { instant.map(ListCell.moment) ?? .none }
}

/// Something that a list can be narrowed or ordered by.
package struct ListFilter: Sendable, Hashable {
    /// Its name in addresses; its label is the text `filter.` and the name.
    package var name: String
    /// What can be chosen; nil for free text.
    package var choices: [FormChoice]?
    /// Whether one of the choices always holds, the first where none is named.
    package var isFixed: Bool
    /// Whether it asks for a day, as ISO 8601 writes it.
    package var isDay = false

    package init(_ name: String, _ choices: [FormChoice]?, isFixed: Bool = false) {
        self.name = name
        self.choices = choices
        self.isFixed = isFixed
    }

    /// A filter by a day.
    package static func day(_ name: String) -> ListFilter {
        var filter = ListFilter(name, nil)
        filter.isDay = true
        return filter
    }

    /// Whether an address may ask for a value.
    func admits(_ value: String) -> Bool {
        if isDay { return (try? Day(parsing: value)) != nil }
        return choices.map { $0.contains { $0.value == value } } ?? (value.count <= 200)
    }
}

/// What is asked of a list.
package struct ListQuery: Sendable, Hashable {
    /// By name of the filter; each value of a choice is one of the choices.
    package var values: [String: String]
    package var offset: Int
    package var limit: Int

    package init(_ values: [String: String] = [:], offset: Int = 0, limit: Int = ListQuery.pageSize) {
        self.values = values
        self.offset = offset
        self.limit = limit
    }

    /// Lines on a page.
    package static let pageSize = 50
    /// Lines in a spreadsheet.
    package static let sheetMax = 200_000

    /// What was chosen of a filter; nil where nothing was.
    package subscript(_ name: String) -> String? { values[name] }

    /// The day that was chosen of a filter; nil where none was.
    package func day(_ name: String) -> Day? { values[name].flatMap { try? Day(parsing: $0) } }
}

package import Agreements

/// Which of the expected things are asked for; nil leaves a criterion out.
package struct ForecastFilter: Sendable, Hashable {
    /// A kind by its code.
    package var kind: String?
    /// A file by the path of its page.
    package var file: String?

    package init(kind: String? = nil, file: String? = nil) {
        self.kind = kind
        self.file = file
    }

    /// Every kind of expected thing, by its code.
    package static let kinds = ["blocked", "deadline", "legal", "notice", "renewal_window", "timer"]

    /// Whether it asks for what there can be: a kind that is one, and the page of a file.
    var isPossible: Bool {
        kind.map(Self.kinds.contains) ?? true
            && file.map { $0.hasPrefix(Self.files) && $0.count <= 200 } ?? true
    }

    /// What the paths of files begin with.
    static let files = "/files/"

    /// Whether it lets something through.
    package func admits(_ entry: ForecastView.Entry) -> Bool {
        (kind ?? entry.kind.value) == entry.kind.value && (file ?? entry.path) == entry.path
    }
}

/// What is expected until the end of a day, the next first.
package struct ForecastView: Sendable, Hashable {
    package var today: Day
    package var until: Day
    package var entries: [Entry]
    /// Whether only some of the files were followed.
    package var isPartial: Bool

    /// One expected thing.
    package struct Entry: Sendable, Hashable {
        /// The day that people put it down for.
        package var day: Day
        /// Nil for what is of the whole day.
        package var at: Instant?
        package var file: String
        package var path: String
        /// Its kind as a code, and in words.
        package var kind: FormChoice
        package var title: LocalizedText
        package var whom: [LocalizedText]

        package init(
            day: Day, at: Instant?, file: String, path: String, kind: FormChoice, title: LocalizedText,
            whom: [LocalizedText]
        ) {
            self.day = day
            self.at = at
            self.file = file
            self.path = path
            self.kind = kind
            self.title = title
            self.whom = whom
        }
    }

    package init(today: Day, until: Day, entries: [Entry], isPartial: Bool) {
        self.today = today
        self.until = until
        self.entries = entries
        self.isPartial = isPartial
    }

    /// What a filter lets through, for a spreadsheet.
    func table(_ filter: ForecastFilter) -> ListTable {
        let rows: [[ListCell]] = entries.filter(filter.admits).map { entry in
            [
                entry.at.map(ListCell.moment) ?? .day(entry.day), .link(entry.file, to: entry.path),
                .words(entry.kind.label), .words(entry.title), .several(entry.whom),
            ]
        }
        return ListTable([.when, .file, .kind, .what, .holder], rows, count: rows.count)
    }
}

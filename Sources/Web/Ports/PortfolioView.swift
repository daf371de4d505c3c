package import Agreements

/// The agreements in force, counted, and when they end.
package struct PortfolioView: Sendable, Hashable {
    package var today: Day
    package var figures: [Figure]
    package var charts: [Chart]
    /// Those that end next, the next first.
    package var terms: [Term]

    package init(today: Day, figures: [Figure], charts: [Chart], terms: [Term]) {
        self.today = today
        self.figures = figures
        self.charts = charts
        self.terms = terms
    }

    /// One count, with the list that has as many lines.
    package struct Figure: Sendable, Hashable {
        /// Its label is the text `portfolio.` and this.
        package var key: String
        package var count: Int
        package var path: String

        package init(_ key: String, _ count: Int, path: String) {
            self.key = key
            self.count = count
            self.path = path
        }
    }

    /// Counts of one kind, each with the list that has as many lines.
    package struct Chart: Sendable, Hashable {
        /// Its title is the text `portfolio.` and this.
        package var key: String
        package var bars: [Bar]

        package init(_ key: String, _ bars: [Bar]) {
            self.key = key
            self.bars = bars
        }
    }

    /// One line of a chart; without a path where no list shows the same.
    package struct Bar: Sendable, Hashable {
        package var label: LocalizedText
        package var count: Int
        package var path: String?

        package init(_ label: LocalizedText, _ count: Int, path: String?) {
            self.label = label
            self.count = count
            self.path = path
        }
    }

    /// One agreement and its term.
    package struct Term: Sendable, Hashable {
        package var file: LocalizedText
        package var path: String
        package var subject: String?
        package var instrument: LocalizedText
        package var start: Day
        package var end: Day

        package init(
            file: LocalizedText, path: String, subject: String?, instrument: LocalizedText, start: Day,
            end: Day
        ) {
            self.file = file
            self.path = path
            self.subject = subject
            self.instrument = instrument
            self.start = start
            self.end = end
        }
    }
}

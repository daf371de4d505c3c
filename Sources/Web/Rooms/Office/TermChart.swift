import Agreements

/// Terms as bars on a scale of years: whole units of a picture of ``width``.
struct TermChart {
    let terms: [PortfolioView.Term]
    let today: Day
    let language: Language
    let times: CivilTexts

    static let width = 960
    private static let labels = 150
    private static let head = 24
    private static let row = 20
    /// How far it looks back and ahead.
    private static let years = (back: 5, ahead: 8)

    var values: [String: Any] {
        [
            "width": "\(Self.width)", "height": "\(height)", "bottom": "\(height)",
            "bars": terms.enumerated().map(bar), "years": marks, "now": "\(x(today))",
        ]
    }

    private var height: Int { Self.head + terms.count * Self.row + 4 }

    private var firstYear: Int {
        max(terms.map(\.start.year).min() ?? today.year, today.year - Self.years.back)
    }

    /// The year after the last one shown.
    private var endYear: Int {
        max(today.year, min(terms.map(\.end.year).max() ?? today.year, today.year + Self.years.ahead)) + 1
    }

    private func x(_ day: Day) -> Int {
        let (first, end) = (newYear(firstYear), newYear(endYear))
        let at = min(max(first.days(to: day), 0), first.days(to: end))
        return Self.labels + at * (Self.width - Self.labels) / max(1, first.days(to: end))
    }

    private func newYear(_ year: Int) -> Day { today.newYear.adding(months: 12 * (year - today.year)) }

    private func bar(_ index: Int, _ term: PortfolioView.Term) -> [String: Any] {
        let (left, right) = (x(term.start), x(term.end.adding(days: 1)))
        let top = Self.head + index * Self.row
        let file = term.file[language]
        return [
            "name": file, "left": "\(left)", "top": "\(top + 3)",
            "wide": "\(max(2, right - left))",
            "base": "\(top + 15)",
            "said":
                "\(file)\(Typography.colon(language))\(times.date(term.start)) – \(times.date(term.end))",
        ]
    }

    private var marks: [[String: Any]] {
        (firstYear..<endYear).map { ["at": "\(x(newYear($0)))", "year": "\($0)"] }
    }
}

extension Day {
    /// The first day of its year.
    fileprivate var newYear: Day { adding(months: 1 - month).adding(days: 1 - dayOfMonth) }
}

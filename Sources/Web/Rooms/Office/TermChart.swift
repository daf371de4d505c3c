import Agreements

/// Terms as bars on a scale of years, in whole units: names beside the bars, or above them where there is no room.
struct TermChart {
    let terms: [PortfolioView.Term]
    let today: Day
    let language: Language
    let times: CivilTexts
    var isNarrow = false

    private static let head = 24
    /// How many years of a narrow picture have a name.
    private static let narrowYears = 7
    private var width: Int { isNarrow ? 360 : 960 }
    private var labels: Int { isNarrow ? 0 : 150 }
    private var row: Int { isNarrow ? 38 : 20 }
    /// From the top of a row to its bar, and to the line on which its name stands.
    private var offsets: (bar: Int, name: Int) { isNarrow ? (18, 13) : (3, 15) }
    /// How far it looks back and ahead.
    private static let years = (back: 5, ahead: 8)

    var values: [String: Any] {
        [
            "shape": isNarrow ? "slim" : "terms",
            "width": "\(width)", "height": "\(height)", "bottom": "\(height)",
            "bars": terms.enumerated().map(bar), "years": marks, "now": "\(x(today))",
        ]
    }

    private var height: Int { Self.head + terms.count * row + 4 }

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
        return labels + at * (width - labels) / max(1, first.days(to: end))
    }

    private func newYear(_ year: Int) -> Day { today.newYear.adding(months: 12 * (year - today.year)) }

    private func bar(_ index: Int, _ term: PortfolioView.Term) -> [String: Any] {
        let (left, right) = (x(term.start), x(term.end.adding(days: 1)))
        let top = Self.head + index * row
        let file = term.file[language]
        return [
            "name": file, "left": "\(left)", "top": "\(top + offsets.bar)",
            "wide": "\(max(2, right - left))",
            "base": "\(top + offsets.name)",
            "said":
                "\(file)\(Typography.colon(language))\(times.date(term.start)) – \(times.date(term.end))",
        ]
    }

    private var marks: [[String: Any]] {
        let step = isNarrow ? (endYear - firstYear + Self.narrowYears - 1) / Self.narrowYears : 1
        return stride(from: firstYear, to: endYear, by: step).map {
            ["at": "\(x(newYear($0)))", "year": "\($0)"]
        }
    }
}

extension Day {
    /// The first day of its year.
    fileprivate var newYear: Day { adding(months: 1 - month).adding(days: 1 - dayOfMonth) }
}

import Agreements
import Hummingbird

extension Exchange {
    /// The agreements in force: how many of what, and when they end.
    func portfolioPage() async throws -> Response {
        let view = try await ports.office.portfolio(try known())
        let values: [String: Any] = [
            "today": times.date(view.today), "figures": view.figures.map(figure),
            "charts": view.charts.filter { !$0.bars.isEmpty }.map(chart), "terms": view.terms.map(term),
            "hasTerms": !view.terms.isEmpty,
            "pictures": [false, true].map { isNarrow in
                TermChart(
                    terms: view.terms, today: view.today, language: language, times: times,
                    isNarrow: isNarrow
                ).values
            },
        ]
        return try page("portfolio", values, title: text("portfolio.title"))
    }

    private func figure(_ figure: PortfolioView.Figure) -> [String: Any] {
        ["name": text("portfolio.\(figure.key)"), "count": times.number(figure.count), "path": figure.path]
    }

    private func chart(_ chart: PortfolioView.Chart) -> [String: Any] {
        let most = max(1, chart.bars.map(\.count).max() ?? 1)
        return [
            "id": "chart-\(chart.key)", "name": text("portfolio.\(chart.key)"),
            "head": text("portfolio.\(chart.key)Head"),
            "bars": chart.bars.map { bar in
                var values: [String: Any] = [
                    "name": bar.label[language], "count": times.number(bar.count),
                    "share": "\(max(1, bar.count * 100 / most))", "hasPath": bar.path != nil,
                ]
                if let path = bar.path { values["path"] = path }
                return values
            },
        ]
    }

    private func term(_ term: PortfolioView.Term) -> [String: Any] {
        [
            "file": term.file[language], "path": term.path, "about": term.subject ?? "",
            "instrument": term.instrument[language],
            "start": ["machine": term.start.description, "said": times.date(term.start)],
            "end": ["machine": term.end.description, "said": times.date(term.end)],
        ]
    }
}

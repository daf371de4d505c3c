import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// The agreements in force, counted, and when they end.
    package func portfolio(_ visitor: Visitor) async throws -> PortfolioView {
        try await answering {
            let (today, catalogue) = (try await today(), catalogue(visitor))
            let words = try await PortfolioWords(self)
            var charts: [PortfolioView.Chart] = []
            for dimension in Tally.Dimension.allCases {
                let bars = try await catalogue.tally(by: dimension, on: today).map {
                    words.bar($0, dimension)
                }
                charts.append(PortfolioView.Chart(dimension.rawValue, bars))
            }
            return PortfolioView(
                today: today, figures: try await figures(catalogue, today), charts: charts,
                terms: try await catalogue.nextEnding(limit: Self.termsShown).map { Self.term($0, words) })
        }
    }

    private static let termsShown = 40

    private func figures(_ catalogue: Catalogue, _ today: Day) async throws -> [PortfolioView.Figure] {
        let spans = Self.endings.reversed()
        let counts = try await catalogue.termCounts(
            from: today, to: spans.map { today.adding(months: $0) })
        let inForce = "/files?legal=\(LegalStatus.inForce.rawValue)"
        return [PortfolioView.Figure("inForce", counts.inForce, path: inForce)]
            + zip(spans, counts.ending).map {
                PortfolioView.Figure("ending\($0)", $1, path: "\(inForce)&ending=\($0)&sort=ending")
            } + [
                PortfolioView.Figure(
                    "suspended", counts.suspended, path: "/files?legal=\(LegalStatus.suspended.rawValue)"),
                PortfolioView.Figure(
                    "expired", counts.expiredPending,
                    path: "/files?legal=\(LegalStatus.expiredPending.rawValue)"),
            ]
    }

    private static func term(_ row: TermRow, _ words: PortfolioWords) -> PortfolioView.Term {
        PortfolioView.Term(
            file: file(row.reference), path: path(row.reference ?? row.id.description), subject: row.subject,
            instrument: PortfolioWords.label(row.instrument, in: words.instruments), start: row.start,
            end: row.end)
    }
}

extension PortfolioWords {
    /// A count in words, with the list of as many files.
    fileprivate func bar(_ tally: Tally, _ dimension: Tally.Dimension) -> PortfolioView.Bar {
        let inForce = "/files?legal=\(LegalStatus.inForce.rawValue)"
        guard let key = tally.key else {
            let (name, none) =
                dimension == .endYear ? ("ending", Self.openEnded) : (dimension.rawValue, Self.unstated)
            return PortfolioView.Bar(none.label, tally.count, path: "\(inForce)&\(name)=\(none.value)")
        }
        let path = "\(inForce)&\(dimension.rawValue)=\(key)"
        return switch dimension {
        case .country: PortfolioView.Bar(WebDesk.country(key), tally.count, path: path)
        case .region: PortfolioView.Bar(Self.label(key, in: regions), tally.count, path: path)
        case .instrument: PortfolioView.Bar(Self.label(key, in: instruments), tally.count, path: path)
        case .itmo: PortfolioView.Bar(Self.label(key, in: itmos), tally.count, path: path)
        case .endYear:
            PortfolioView.Bar(
                LocalizedText(fr: key, en: key), tally.count,
                path: "\(inForce)&endsFrom=\(key)-01-01&endsUntil=\(key)-12-31")
        }
    }

    static func label(_ value: String, in choices: [FormChoice]) -> LocalizedText {
        choices.first { $0.value == value }?.label ?? LocalizedText(fr: value, en: value)
    }
}

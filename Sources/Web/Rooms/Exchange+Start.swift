import Agreements
import Hummingbird

extension Exchange {
    /// The start page: whose pages these are and, in a demonstration or to those who oversee every file, how they stand.
    func start() async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        let overview = try await ports.status.overview()
        let title = overview.institution[language]
        guard overview.legalTime.isSimulated || Access.overview.admits(visitor) else {
            let values = ["institution": title, "contact": ports.institution.contact]
            return try page("welcome", values, title: title)
        }
        return try page("start", StartView(overview, language: language).values, title: title)
    }

    /// What the law asks a public body to say about its pages: decree 2019-768, article 4.
    func accessibilityPage() throws -> Response {
        try page("accessibility", ["contact": ports.institution.contact], title: text("accessibility.title"))
    }
}

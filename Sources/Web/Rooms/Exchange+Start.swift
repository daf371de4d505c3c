import Agreements
import Hummingbird

extension Exchange {
    /// The start page: what runs, and how it stands.
    func start() async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        let overview = try await ports.status.overview()
        return try page(
            "start", StartView(overview, language: language).values, title: overview.institution[language])
    }

    /// What the law asks a public body to say about its pages: decree 2019-768, article 4.
    func accessibilityPage() throws -> Response {
        try page("accessibility", ["contact": ports.institution.contact], title: text("accessibility.title"))
    }
}

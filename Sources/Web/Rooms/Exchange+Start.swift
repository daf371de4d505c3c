import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// The start page: how the office stands, for those who may see that; for everybody else whose pages these are.
    ///
    /// Whoever came in by a link is led to its file.
    func start() async throws -> Response {
        guard visit.acceptsPage else { throw Problem(.notAcceptable) }
        if let visitor, let file = try await ports.files.linkedFile(visitor) {
            return redirect(to: "/files/\(PercentCoding.encoded(file))")
        }
        guard seesFigures else { return try welcomePage() }
        let overview = try await ports.status.overview()
        return try page(
            "start", StartView(overview, language: language).values, title: overview.institution[language])
    }

    /// Nobody sees them before the second factor is set up, where that is asked for.
    private var seesFigures: Bool {
        guard let visitor, Access.watch.admits(visitor) else { return false }
        return visitor.hasFactor || !doorkeeper.needsFactor
    }

    /// Whose pages these are, and the way in: it asks the database for nothing.
    private func welcomePage() throws -> Response {
        let name = ports.institution.name
        return try page(
            "welcome", ["institution": name, "contact": ports.institution.contact], title: name)
    }

    /// What the law asks a public body to say about its pages: decree 2019-768, article 4.
    func accessibilityPage() throws -> Response {
        try page("accessibility", ["contact": ports.institution.contact], title: text("accessibility.title"))
    }
}

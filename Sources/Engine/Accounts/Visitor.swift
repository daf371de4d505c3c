package import Agreements
package import FoundationEssentials

/// Somebody who came in, as one request sees them.
package struct Visitor: Sendable, Hashable {
    package var person: Person.ID
    package var name: String
    package var address: String
    /// The language that they chose; nil leaves it to the browser.
    package var language: Language?
    /// The roles that they hold now, by grant or delegation, whatever their scope.
    package var roles: Set<String>
    package var session: UUID
    /// Whether they showed password or code within the last ``SessionLimits/fresh``.
    package var isFresh: Bool
    /// Whether their account asks for a second factor.
    package var hasFactor: Bool
    /// The notice whose link let them in; nil for an account.
    ///
    /// It bounds what they may do to that step.
    package var notice: UUID?

    package init(
        person: Person.ID, name: String, address: String, language: Language? = nil, roles: Set<String> = [],
        session: UUID, isFresh: Bool = true, hasFactor: Bool = false, notice: UUID? = nil
    ) {
        self.person = person
        self.name = name
        self.address = address
        self.language = language
        self.roles = roles
        self.session = session
        self.isFresh = isFresh
        self.hasFactor = hasFactor
        self.notice = notice
    }
}

/// How long a session lasts (OWASP ASVS 5.0, 7.3 and 7.5), on the database's clock.
package struct SessionLimits: Sendable, Hashable {
    /// Without any request.
    package var idle: Duration = .seconds(30 * 60)
    /// In all.
    package var whole: Duration = .seconds(12 * 3600)
    /// After password or code were shown.
    package var fresh: Duration = .seconds(5 * 60)

    package init() {}
}

/// A session as its owner sees it.
package struct SessionRow: Sendable, Hashable {
    package var id: UUID
    package var address: String
    package var agent: String
    package var createdAt: Instant
    package var seenAt: Instant

    package init(id: UUID, address: String, agent: String, createdAt: Instant, seenAt: Instant) {
        self.id = id
        self.address = address
        self.agent = agent
        self.createdAt = createdAt
        self.seenAt = seenAt
    }
}

package import Agreements

extension ScenarioFile {
    /// A legal entity of the story.
    package struct Organisation: Sendable, Hashable {
        package var key: String
        package var name: String
        package var city: String?
        /// ISO 3166-1 alpha-2.
        package var country: String
        package var kind: Party.Kind
        /// Whether it is the institution itself.
        package var home: Bool

        package init(
            key: String, name: String, city: String? = nil, country: String, kind: Party.Kind, home: Bool
        ) {
            self.key = key
            self.name = name
            self.city = city
            self.country = country
            self.kind = kind
            self.home = home
        }
    }

    /// A person of the story with the grants they have from its start.
    package struct Person: Sendable, Hashable {
        package var key: String
        package var name: String
        /// Of a domain under `.example`.
        package var email: String
        package var language: Language
        package var organisation: String?
        package var unit: String?
        package var grants: [Grant]

        package init(
            key: String, name: String, email: String, language: Language, organisation: String?,
            unit: String?, grants: [Grant]
        ) {
            self.key = key
            self.name = name
            self.email = email
            self.language = language
            self.organisation = organisation
            self.unit = unit
            self.grants = grants
        }
    }

    /// A role for somebody: `SIG@party:snu`.
    package struct Grant: Sendable, Hashable {
        /// What a grant covers.
        package enum Scope: Sendable, Hashable {
            case everywhere
            /// The key of an organisation.
            case party(String)
            case unit(String)
            case itmo(String)
            case instrument(String)
        }

        package var role: String
        package var scope: Scope
        /// From the scenario's start, or the step's time, when nil.
        package var from: Day?
        package var until: Day?

        package init(role: String, scope: Scope, from: Day? = nil, until: Day? = nil) {
            self.role = role
            self.scope = scope
            self.from = from
            self.until = until
        }
    }

    /// A call for proposals.
    package struct Call: Sendable, Hashable {
        package var key: String
        package var instruments: [String]
        package var year: Int
        package var opens: Instant
        package var closes: Instant
        package var ranking: Instant?

        package init(
            key: String, instruments: [String], year: Int, opens: Instant, closes: Instant,
            ranking: Instant?
        ) {
            self.key = key
            self.instruments = instruments
            self.year = year
            self.opens = opens
            self.closes = closes
            self.ranking = ranking
        }
    }

    /// That one person may act for another, in some roles.
    package struct Delegation: Sendable, Hashable {
        package var key: String
        /// Who gives it.
        package var by: String
        /// Who may then act.
        package var to: String
        package var roles: [String]
        package var from: Day
        package var until: Day?
        package var reference: String?

        package init(
            key: String, by: String, to: String, roles: [String], from: Day, until: Day?,
            reference: String? = nil
        ) {
            self.key = key
            self.by = by
            self.to = to
            self.roles = roles
            self.from = from
            self.until = until
            self.reference = reference
        }
    }

    /// A sanction or security measure.
    package struct Measure: Sendable, Hashable {
        /// Whom it concerns.
        package enum Target: Sendable, Hashable {
            case country(String)
            /// The key of an organisation.
            case organisation(String)
        }

        package var key: String
        package var target: Target
        package var kind: Agreements.Measure.Kind
        package var from: Day
        /// When it begins on that day; 00:00 where it is nil.
        package var hour: TimeOfDay?
        package var until: Day?
        package var reference: String?
        /// Scopes of agreements that it does not touch, such as `instrument:ACC`.
        package var exempt: [String] = []

        package init(
            key: String, target: Target, kind: Agreements.Measure.Kind, from: Day,
            hour: TimeOfDay? = nil, until: Day? = nil, reference: String? = nil, exempt: [String] = []
        ) {
            self.key = key
            self.target = target
            self.kind = kind
            self.from = from
            self.hour = hour
            self.until = until
            self.reference = reference
            self.exempt = exempt
        }
    }
}

package import Agreements

extension ScenarioFile {
    /// A legal entity of the story.
    package struct Organisation: Sendable, Hashable {
        package var key: String
        package var name: String
        /// ISO 3166-1 alpha-2.
        package var country: String
        package var kind: Party.Kind
        /// Whether it is the institution itself.
        package var home: Bool
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
    }

    /// A call for proposals.
    package struct Call: Sendable, Hashable {
        package var key: String
        package var instruments: [String]
        package var year: Int
        package var opens: Instant
        package var closes: Instant
        package var ranking: Instant?
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
        package var until: Day?
        package var reference: String?
    }
}

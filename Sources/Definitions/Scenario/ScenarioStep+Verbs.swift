package import Agreements

extension ScenarioStep {
    /// A new agreement.
    package struct Proposal: Sendable {
        /// The key under which later steps name it.
        package var agreement: String
        package var workflow: String?
        /// The acronym in its dossier; nil where the workflow's dossier has none.
        package var acronym: String?
        package var unit: String?
        package var itmo: String?
        package var call: String?
        package var start: Day?
        /// Keys of organisations, in order.
        package var parties: [String]
        /// Keys of the people who hold a role in this agreement, by role.
        package var people: [String: [String]]
        package var dossier: [String: ScenarioValue]
        package var labs: [Lab] = []
        /// Keys of the agreements that it cites.
        package var cites: [String] = []
    }

    /// A laboratory of a proposal.
    package struct Lab: Sendable {
        package var id: String
        package var name: String
        /// The key of the organisation under which it takes part.
        package var party: String
        /// The key of its head.
        package var head: String
    }

    /// That somebody cannot be counted on, from a day to a day.
    package struct Absence: Sendable {
        /// The key of the person.
        package var person: String
        package var from: Day
        /// The last day.
        package var until: Day
    }

    /// A document added to an agreement.
    package struct Document: Sendable {
        package var agreement: String
        package var kind: String
        /// The child process whose text it is.
        package var process: String?
        package var language: Language
        package var text: String
        /// The key under which later steps name it.
        package var key: String?
    }

    /// An act on an agreement.
    package struct Act: Sendable {
        package var name: String
        package var agreement: String
        package var input: [String: ScenarioValue]
        /// The child process, `circuit/snu`; nil for the one that expects the act of this person.
        package var process: String?
        /// The key of the delegation under which the person acts.
        package var delegation: String?
        package var recorded: Recording?
    }

    /// That an act was done on paper and entered by somebody else.
    package struct Recording: Sendable {
        /// The key of the person who enters it.
        package var by: String
        /// The date on the paper.
        package var dated: Day
        /// The key of the document that is the scan.
        package var scan: String?
        package var reason: String?
    }
}

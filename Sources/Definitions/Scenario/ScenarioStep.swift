package import Agreements

/// One step of a scenario: legal time advances to `at`, somebody does something, then things are true.
package struct ScenarioStep: Sendable {
    package var place: Place
    package var at: Instant
    /// The key of the person who does it.
    package var actor: String?
    package var note: String?
    /// Whether the clock leaps to `at` without stopping at what falls due before, as an outage would.
    package var jump: Bool
    package var verb: Verb?
    /// The code with which the verb must be refused.
    package var refused: String?
    package var expectations: [Expectation]

    /// What is done.
    package enum Verb: Sendable {
        case propose(Proposal)
        case edit(agreement: String, dossier: [String: ScenarioValue])
        case document(Document)
        case act(Act)
        case extend(call: String, closes: Instant)
        case grant(to: String, ScenarioFile.Grant)
        case revoke(from: String, ScenarioFile.Grant)
        /// Ends a delegation, by its key, at the step's time.
        case takeBack(delegation: String)
        /// Notes that somebody, by their key, left.
        case disable(String)
        case delegate(ScenarioFile.Delegation)
        case measure(ScenarioFile.Measure)
        /// Ends a measure, by its key, at the step's time.
        case lift(measure: String)
        case absence(Absence)
        /// A merger on the step's day, from 00:00.
        case merge(Succession.Kind, from: String, into: String)
        /// Consents to the elimination of what a rule of retention, by its key, names of an agreement.
        case approve(agreement: String, retention: String, reason: String)
        /// What the machine eliminates of it under that rule.
        case eliminate(agreement: String, retention: String)
    }
}

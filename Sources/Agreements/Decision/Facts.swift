/// The reference facts valid at the instant of a decision: everything that rules read beside the agreement
/// itself.
package struct Facts: Sendable {
    /// The legal instant, cut to milliseconds.
    package var now: Instant
    package var zone: Zone
    package var calendar: BusinessCalendar
    package var institution: String
    /// People, by id: every one that the grants, delegations and assignments below name.
    package var people: [Person.ID: Person]
    /// The grants whose scope may cover the agreement, current and past ones.
    package var grants: [Grant]
    package var delegations: [Delegation]
    package var organisations: [String: Party]
    package var measures: [Measure]
    /// The call of the agreement or of the proposal, and the calls that are open.
    package var calls: [Call.ID: Call]
    /// The calls whose ranking began, for a change that extends one; empty otherwise.
    package var rankedCalls: Set<Call.ID> = []
    /// The last number taken of each series, such as `LIA-2017`; none for a series that has not begun.
    package var counters: [String: Int]
    /// The agreements that a proposal names as its framework.
    package var cited: [Agreement.ID: CitedAgreement] = [:]
    /// The country codes, for a change of the register that names one; empty where no list was loaded.
    package var countries: [Country] = []
    /// The absences of the people above.
    package var absences: [Absence] = []
    /// The thematic institutes and units that were merged into others.
    package var successions: [Succession] = []
    /// What can be eliminated, for an elimination only; empty otherwise.
    package var erasable = ErasableStock()
    /// The values of the agreement's dossier; of their amounts rules learn only whether they fit together.
    package var dossier: [String: JSON] = [:]
    /// The names of those of its fields whose value another live file holds already.
    package var takenNames: [String] = []

    package init(
        now: Instant, zone: Zone = .paris, calendar: BusinessCalendar = .france, institution: String,
        people: [Person.ID: Person] = [:], grants: [Grant] = [], delegations: [Delegation] = [],
        organisations: [String: Party] = [:], measures: [Measure] = [], calls: [Call.ID: Call] = [:],
        counters: [String: Int] = [:]
    ) {
        self.now = now
        self.zone = zone
        self.calendar = calendar
        self.institution = institution
        self.people = people
        self.grants = grants
        self.delegations = delegations
        self.organisations = organisations
        self.measures = measures
        self.calls = calls
        self.counters = counters
    }
}

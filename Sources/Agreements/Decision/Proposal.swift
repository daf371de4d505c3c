/// What a new agreement begins with.
package struct Proposal: Sendable, Hashable {
    package var workflow: String
    package var call: Call.ID?
    package var unit: String?
    package var itmo: String?
    package var plannedStart: Day?
    /// Organisations of the register, in the order in which they were named.
    package var parties: [String]
    /// People with a role in this agreement, such as PI_EXT or DU; a role that only the register gives is
    /// refused to whoever does not hold it there.
    package var people: [RoleAssignment]
    /// Fields of the dossier that are known already.
    package var dossier: [String: JSON]
    /// Laboratories that take part, each under a party.
    package var labs: [Lab] = []
    /// The agreements under which this one is made.
    package var cites: [Agreement.ID] = []
    /// Set when the actor records what another proposed on paper.
    package var paper: ProposalPaper?

    package init(
        workflow: String, call: Call.ID? = nil, unit: String? = nil, itmo: String? = nil,
        plannedStart: Day? = nil,
        parties: [String], people: [RoleAssignment] = [], dossier: [String: JSON] = [:]
    ) {
        self.workflow = workflow
        self.call = call
        self.unit = unit
        self.itmo = itmo
        self.plannedStart = plannedStart
        self.parties = parties
        self.people = people
        self.dossier = dossier
    }
}

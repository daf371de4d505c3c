/// One file, from first draft to archive: what its events add up to.
///
/// It is the fold of its changes and of nothing else, so that it can be recomputed at any time.
package struct Agreement: Codable, Sendable, Equatable {
    /// The identity of a file; it names the stream of its events, too.
    package typealias ID = Identifier<Agreement>

    package var id: ID
    package var workflow: String
    package var version: String
    package var instrument: String
    /// The number of its last event.
    package var seq: Int = 0
    /// The number of the last event that changed configuration, documents or dossier; what a stale view is
    /// told by.
    package var revision: Int = 0
    /// The hash of its last event, in lower-case hexadecimal; the genesis hash before the first.
    package var headHash: String
    package var lastAt: Instant?
    /// When it was recorded, and the date of the paper where it came on paper.
    package var proposedAt: Instant?
    package var proposedOn: Day?

    package var reference: String?
    package var registerNumber: String?
    package var legal: [LegalInterval] = []
    package var term: Term?
    /// The day on which it was asked to start.
    package var plannedStart: Day?
    package var call: Call.ID?
    package var unit: String?
    package var itmo: String?
    package var parties: [Party] = []
    /// Those that left, in order; IP and confidentiality may still bind them.
    package var formerParties: [Party] = []
    package var labs: [Lab] = []
    /// The agreements that it names as its framework.
    package var cites: [ID] = []
    package var assignments: [RoleAssignment] = []
    package var renewals: Int = 0

    /// By path; `life` is the main one.
    package var processes: [String: Process] = [:]
    /// The tasks that are open.
    package var tasks: [HumanTask] = []
    /// The timers that are armed.
    package var timers: [ArmedTimer] = []
    package var documents: [Document] = []
    package var signatures: [Signature] = []
    /// The fields of the dossier that hold a value, by name.
    package var dossier: [String: ValueReference] = [:]
    package var variables: [String: JSON] = [:]
    /// Events of other agreements that no state has heard yet; nil where none was ever kept.
    package var deferred: [String]?
    /// The eliminations that were consented to; nil where none was.
    package var approvals: [EliminationApproval]?
    /// Who did each act, in their own name or for another; exclusive duties read it.
    package var doers: [String: [Person.ID]] = [:]

    package init(id: ID, workflow: String, version: String, instrument: String, headHash: String) {
        self.id = id
        self.workflow = workflow
        self.version = version
        self.instrument = instrument
        self.headHash = headHash
    }

    /// The status that the last recorded interval gives.
    package var legalStatus: LegalStatus { legal.last?.status ?? .none }

    /// The scopes of which it is part, parties apart.
    package var scopes: [Scope] {
        [.everything, .agreement(id), Scope("instrument:\(instrument)")]
            + [unit.map(Scope.unit), itmo.map(Scope.itmo)].compactMap(\.self)
    }

    /// The active atomic states of its life, sorted.
    package var state: [String] { processes["life"]?.state ?? [] }

    /// The parties of another country than the institution's.
    package var foreignParties: [Party] {
        let home = parties.first(where: \.home)?.country
        return parties.filter { !$0.home && $0.country != home }
    }

    /// The text of the agreement that is in discussion or was signed: its last version.
    package var text: Document? { texts(of: "life").last }

    /// The versions of the text that a process owns, the oldest first.
    package func texts(of owner: String) -> [Document] {
        documents.filter { $0.kind == Document.textKind && ($0.process ?? "life") == owner }
    }

    /// The signatures that were given on the text of a process.
    package func signatures(on owner: String) -> [Signature] {
        signatures.filter { ($0.process ?? "life") == owner }
    }

    /// The day of the last signature of its text; once it has been in force, of the last text that was signed: one that
    /// comes after it, such as what an amendment changes, takes no signature from an agreement in force.
    package var lastSignature: Day? {
        let signatures = signatures(on: "life")
        if let day = signatures.filter({ !$0.void }).map(\.dated).max() { return day }
        guard legalStatus != .none else { return nil }
        let signed = texts(of: "life").last { text in signatures.contains { $0.sha256 == text.sha256 } }
        return signatures.filter { $0.sha256 == signed?.sha256 }.map(\.dated).max()
    }
}

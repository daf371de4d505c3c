/// One thing that an event changes in an agreement; folding the changes of all its events gives the
/// agreement.
///
/// The `Codable` form is what events hold for ever: a case is added, never altered.
package enum Change: Codable, Sendable, Hashable {
    case created(workflow: String, version: String, instrument: String)
    case planned(start: Day?, unit: String?, itmo: String?)
    case calledIn(call: Call.ID)
    case partyJoined(party: Party)
    case partyLeft(party: String)
    case labJoined(lab: Lab)
    case labLeft(lab: String)
    case cites(agreement: Agreement.ID)
    case instrument(name: String)
    /// The agreement was renewed once more.
    case renewed(count: Int)
    case roleAssigned(assignment: RoleAssignment)
    /// Whoever was assigned the role in this agreement holds it no longer by that.
    case roleReleased(role: String)
    case processStarted(process: Process)
    /// A process moved: what is active now, what was entered and left, in order.
    case moved(path: String, movement: Movement)
    /// A child goes on under a new entry of the state that started it.
    case processResumed(path: String, ownerSeq: Int)
    case processClosed(path: String, status: Process.Status)
    case outcome(path: String, outcome: String?)
    case taskOpened(task: HumanTask)
    case taskClosed(task: HumanTask.ID)
    case timerArmed(timer: ArmedTimer)
    case timerClosed(timer: ArmedTimer.ID, fired: Bool)
    case legalStatus(status: LegalStatus, effectiveOn: Day)
    case variable(name: String, value: JSON)
    case reference(reference: String)
    case registerNumber(number: String)
    case term(term: Term)
    case documentAdded(document: Document)
    case signed(signature: Signature)
    case signatureVoided(seq: Int)
    case dossier(fields: [String: ValueReference])
    case dossierRemoved(fields: [String])
    case did(act: String, person: Person.ID)
    /// These rows lost value and salt, or file name, salt and bytes.
    case eliminated(values: [Identifier<ErasableValue>], documents: [Document.ID])
    /// What it names may be eliminated.
    case eliminationApproved(approval: EliminationApproval)
    /// From now on the agreement follows this version of its definition.
    case migrated(version: String)
    /// The role of the process's party that `from` holds is somebody else's of that party, for this process.
    case passedOn(path: String, role: String, from: Person.ID, to: Person.ID)
    /// An event of another agreement came before a state that hears it: it is kept for that.
    case deferred(event: String)
    /// What was kept was heard.
    case heard(event: String)
}

/// How a process moved in one step of its chart.
package struct Movement: Codable, Sendable, Hashable {
    /// Every active state afterwards, sorted.
    package var configuration: [String]
    /// The active atomic states afterwards, sorted.
    package var state: [String]
    package var history: [String: [String]]
    /// In exit order.
    package var left: [String]
    /// In entry order.
    package var entered: [String]
    /// The legal instant of the step, where it is not the instant of recording.
    package var at: Instant?

    package init(
        configuration: [String], state: [String], history: [String: [String]], left: [String],
        entered: [String],
        at: Instant? = nil
    ) {
        self.configuration = configuration
        self.state = state
        self.history = history
        self.left = left
        self.entered = entered
        self.at = at
    }
}

/// A request to act on an agreement; it is accepted as events, or refused.
package struct Command: Sendable, Hashable {
    /// Chosen by the sender: the second arrival of the same gets the first answer.
    ///
    /// At most 200 characters.
    package var requestID: String
    package var agreement: Agreement.ID
    package var actor: Actor
    package var channel: Authority.Channel
    package var `operator`: String?
    /// The revision of the agreement that the sender saw.
    package var expectedRevision: Int?
    package var body: Body
    /// The step by whose link the sender came: once it is over nothing is done; nil for an account.
    package var step: AwaitedStep?

    /// Who sends it.
    package enum Actor: Sendable, Hashable {
        case person(Person.ID)
        /// A person for another, under a delegation.
        case delegate(Person.ID, of: Person.ID)
        /// The machine; the cause is written into the event as `system:CAUSE`.
        case system(cause: String)
    }

    /// What is asked.
    package enum Body: Sendable, Hashable {
        case propose(Proposal)
        case edit([String: JSON])
        case addDocument(NewDocument)
        case act(Act)
        /// Leaves out a due timer whose consequence is impossible, so that the agreement goes on.
        case skipTimer(ArmedTimer.ID, reason: String)
        /// Deletes erasable values and file bytes of a closed file.
        case eliminate(Elimination)
        /// Timers that are due; every other command applies them first, too.
        case serveTimers
        /// Consents to the elimination of what has been kept long enough.
        case approveElimination(EliminationVisa)
        /// Moves to that version of its definition; what asks for other tasks and dates there is replaced.
        case migrate(to: String)
        /// Tells those who hold an open step now and did not at `since`.
        case tellHolders(since: Instant)
        /// A domain event that reaches every process which expects it, such as `call.extended`.
        case tell(event: String)
    }

    package init(
        requestID: String, agreement: Agreement.ID, actor: Actor, channel: Authority.Channel,
        operator: String? = nil, expectedRevision: Int? = nil, body: Body
    ) {
        self.requestID = requestID
        self.agreement = agreement
        self.actor = actor
        self.channel = channel
        self.operator = `operator`
        self.expectedRevision = expectedRevision
        self.body = body
    }
}

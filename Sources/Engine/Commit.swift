package import Agreements

/// One decision to record, with what must still be so when it is.
package struct Commit: Sendable {
    package var request: RequestKey?
    package var decision: Decision
    /// The agreement's `seq` that the decision was made on; 0 for a new one.
    package var expectedSeq: Int
    /// The authority versions that the decision was made on.
    package var authority: [Person.ID: Int]
    package var notices: [ComposedNotice]
    /// What further arrivals of the request are answered; nil when it was refused (a refusal may be asked
    /// again).
    package var answer: Answer?

    package init(
        request: RequestKey?, decision: Decision, expectedSeq: Int, authority: [Person.ID: Int],
        notices: [ComposedNotice], answer: Answer?
    ) {
        self.request = request
        self.decision = decision
        self.expectedSeq = expectedSeq
        self.authority = authority
        self.notices = notices
        self.answer = answer
    }

    /// Whether it was decided on no other live file having a name of this one, which must still be so.
    package var claimsName: Bool {
        decision.events.contains { $0.payload.reads.contains { $0.path == "dossier.taken" } }
    }
}

/// What became of one commit of a batch.
package enum CommitOutcome: Sendable, Hashable {
    case committed
    /// Agreement, authority or number moved since the snapshot: decide again.
    case stale
    /// The request was recorded meanwhile; its first answer.
    case answered(Answer)
    /// The request id was used for something else.
    case requestIDReused
}

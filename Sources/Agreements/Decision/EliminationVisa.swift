/// The archivist's consent that what a rule of retention names may be eliminated.
package struct EliminationVisa: Sendable, Hashable {
    /// The rule, such as `dossier`.
    package var retention: String
    /// The day on which its period has ended.
    package var since: Day
    package var values: [Identifier<ErasableValue>]
    package var documents: [Document.ID]
    package var reason: String
    /// Whose consent is recorded from paper.
    package var recorded: RecordedAct?

    package init(
        retention: String, since: Day, values: [Identifier<ErasableValue>], documents: [Document.ID],
        reason: String, recorded: RecordedAct? = nil
    ) {
        self.retention = retention
        self.since = since
        self.values = values
        self.documents = documents
        self.reason = reason
        self.recorded = recorded
    }
}

/// What may be eliminated of a closed file, by a recorded visa.
package struct EliminationApproval: Codable, Sendable, Hashable {
    /// The rule of retention.
    package var retention: String
    /// Not before this day.
    package var since: Day
    package var values: [Identifier<ErasableValue>]
    package var documents: [Document.ID]

    package init(
        retention: String, since: Day, values: [Identifier<ErasableValue>], documents: [Document.ID]
    ) {
        self.retention = retention
        self.since = since
        self.values = values
        self.documents = documents
    }
}

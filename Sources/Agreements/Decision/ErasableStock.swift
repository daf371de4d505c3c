/// The erasable rows of one agreement by id, never what they hold: what an elimination is decided on.
package struct ErasableStock: Codable, Sendable, Hashable {
    /// The values and documents that are there.
    package var values: [Identifier<ErasableValue>]
    package var documents: [Document.ID]
    /// Those that were eliminated.
    package var goneValues: [Identifier<ErasableValue>] = []
    package var goneDocuments: [Document.ID] = []
    /// Reasons and scans of eliminations: `--all` spares them, so that somebody can still say why.
    package var accountValues: [Identifier<ErasableValue>] = []
    package var accountDocuments: [Document.ID] = []

    package init(values: [Identifier<ErasableValue>] = [], documents: [Document.ID] = []) {
        self.values = values
        self.documents = documents
    }
}

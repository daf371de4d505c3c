/// What is to be eliminated of a closed file, and why.
package struct Elimination: Sendable, Hashable {
    package var scope: Scope
    package var reason: String
    /// Whose decision is recorded from paper.
    package var recorded: RecordedAct?

    /// Which values and documents are meant.
    package enum Scope: Sendable, Hashable {
        /// Everything that is there, but the account of earlier eliminations.
        case all
        case named(values: [Identifier<ErasableValue>], documents: [Document.ID])
    }

    package init(_ scope: Scope, reason: String, recorded: RecordedAct? = nil) {
        self.scope = scope
        self.reason = reason
        self.recorded = recorded
    }
}

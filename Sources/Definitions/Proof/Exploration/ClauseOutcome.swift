/// One way in which a clause of a guard can come out.
package struct ClauseOutcome: Sendable, Hashable {
    /// Where the clause is written.
    package var place: String
    package var holds: Bool
}

import Agreements

/// What a parent can see of a child process: the outcomes that it may tell and the ways in which it ends.
///
/// Each outcome may come at any time, and again, while the state that started the child is active: so one,
/// none and many children of a kind are covered by one description, whatever their order.
package struct ChildBehaviour: Sendable, Hashable {
    /// One way in which the process ends.
    package struct End: Sendable, Hashable {
        /// The outcome of the final state.
        package var outcome: String?
        /// Whether a signature was recorded, and not voided, on every way there.
        package var isSigned: Bool
    }

    /// What it tells when a timer of it, or of what it starts, rings.
    struct Ring: Hashable {
        var outcome: String
        /// The process of the timer, its state and its name.
        var process: String
        var state: String
        var timer: String
        var origin: DueRule.Origin
        var span: DueSpan
        /// Whether the timer is armed as the process starts.
        var isFirst: Bool
    }

    /// Every outcome that some state of it tells.
    package var outcomes: Set<String>
    package var ends: Set<End>
    /// The outcomes that it tells only when all parties have signed the text that is its own.
    package var signedOutcomes: Set<String>
    /// The outcomes that it may tell in the instant in which it starts.
    package var promptOutcomes: Set<String> = []
    /// The ends that it may come to in that instant.
    package var promptEnds: Set<End> = []
    /// What its timers make it tell.
    var rings: Set<Ring> = []
    /// The outcomes that it may tell before it has ended.
    package var midwayOutcomes: Set<String> = []
    /// The legal statuses of the agreement under which an end certainly can be brought about wherever it stands.
    var statusesOfSureEnd: Set<LegalStatus> = []
    /// Those of them under which nobody has to wait for it.
    var statusesOfEndAtWill: Set<LegalStatus> = []
    /// Whether it, or what it starts, may make signatures void on the text of the process that started it.
    package var voidsSignatures = false
    /// Whether a party may join by it, or by what it starts.
    package var letsPartiesJoin = false
    /// Whether who is a party may change by it, or by what it starts.
    var changesParties = false
    /// The outcomes that it tells only at the instant in which who is a party changes.
    var outcomesOfChange: Set<String> = []
    /// Whether the process came to a stop within the bound, so that the two sets are complete.
    package var isComplete: Bool

    /// A behaviour of these outcomes and ends.
    package init(
        outcomes: Set<String>, ends: Set<End>, signedOutcomes: Set<String> = [], isComplete: Bool = true
    ) {
        self.outcomes = outcomes
        self.ends = ends
        self.signedOutcomes = signedOutcomes
        self.isComplete = isComplete
    }
}

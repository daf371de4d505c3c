package import Agreements
import Expressions

/// What surrounds a process while it is explored.
package struct ExplorationContext: Sendable {
    /// The workflow's parameters, which guards read as `param.NAME`.
    package var parameters: [String: JSON]
    /// What child processes do, by the name of the process; one that is not here may tell anything and end.
    package var children: [String: ChildBehaviour]
    /// What is known of the variables when the process starts; the others are unset.
    package var variables: [String: AbstractValue]
    /// Variables that processes running beside it set too.
    package var sharedVariables: Set<String>
    /// Variables that child processes read, by the name of the process.
    package var childReads: [String: Set<String>]
    /// The rules of the definition that are decided along the way.
    package var properties: [PropertyRule]
    /// What is certain of other values, by dotted path: where a process is about what its parent writes out.
    var facts: [String: Value] = [:]
    /// The legal statuses that the agreement may have while the process runs; empty where that is not known.
    var statuses: Set<LegalStatus> = []
    /// What may be done at all in a legal status that allows little; the life, which gives the statuses, keeps to it.
    var restrictions: [ActRestriction] = []
    /// Conditions that hold from the start to the end, over values that never change.
    var premises: [Program] = []
    /// The states of the process in which a term that has a last day was opened on every way.
    var termStates: Set<String> = []
    /// Whether an agreement may belong to a call.
    var mayHaveCall = true
    /// Whether some process of the workflow changes who is a party.
    var partiesMayChange = true
    /// Whether some process of the workflow lets a party leave.
    var partiesMayLeave = false
    /// Whether it is noted how each condition comes out; that costs time.
    var notesOutcomes = false
    /// How many situations are visited before the exploration gives up.
    package var situationsMax: Int

    /// The default bound: an ordinary definition has a few thousand situations.
    package static let situationsMax = 100_000

    /// A process by itself: nothing is known of what surrounds it, no property is asked.
    package init(
        parameters: [String: JSON] = [:], children: [String: ChildBehaviour] = [:],
        variables: [String: AbstractValue] = [:], sharedVariables: Set<String> = [],
        childReads: [String: Set<String>] = [:], properties: [PropertyRule] = [],
        situationsMax: Int = ExplorationContext.situationsMax
    ) {
        self.parameters = parameters
        self.children = children
        self.variables = variables
        self.sharedVariables = sharedVariables
        self.childReads = childReads
        self.properties = properties
        self.situationsMax = situationsMax
    }
}

import Agreements

/// A transition as it was read, its targets found.
struct TransitionDraft {
    enum Target: Hashable {
        case state(Int)
        case history(Int)
    }

    var definition: TransitionDefinition
    var place: Place
    /// The index of its state in the outline.
    var source: Int
    /// The chart's event; nil for `always`.
    var event: String?
    var condition: Guard?
    var targets: [Target]

    /// Whether a person does it.
    var isAct = false
    /// What could not be read of it.
    var harm: Harm = []
}

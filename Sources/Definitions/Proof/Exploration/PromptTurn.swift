import Agreements

/// Where children and timers, each of which comes at once, lead round without end.
struct PromptTurn: Hashable {
    /// The atomic states of the first situation, sorted.
    var states: [String]
    /// What comes at once, in words.
    var steps: [LocalizedText]
}

import Agreements

/// What a state shows.
struct DiagramFace {
    var title: String
    var legal: LegalStatus?
    /// What is told of it from outside, such as how many files are there.
    var mark: String?
    /// Who works there and by when.
    var task: String?
    /// The processes that it starts.
    var children: [String] = []
    /// The states inside, where it is shown closed.
    var inside: [String] = []
    /// What may be done there without leaving it.
    var acts: [String] = []

    /// All of it, a line each.
    var lines: [String] {
        [title] + [mark.map { "◆ \($0)" }, task].compactMap(\.self) + children.map { "▸ \($0)" }
            + inside.map { "· \($0)" }
            + acts.map { "↻ \($0)" }
    }
}

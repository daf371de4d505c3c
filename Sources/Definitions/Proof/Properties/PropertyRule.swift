package import Agreements

/// A rule that a definition states of its own behaviour, over configurations and what happened before.
package struct PropertyRule: Sendable {
    /// How the condition is meant.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It holds in every configuration.
        case always
        /// It holds in none.
        case never
        /// Whatever happens, it has held or a way leads to where it holds.
        case eventually
    }

    package var kind: Kind
    /// CEL over ``PropertyEnvironment``.
    package var formula: Formula
    package var title: LocalizedText
    /// The process that it speaks of.
    package var process: String
    package var place: Place
    /// The states that it asks about with `in visited`.
    package var visited: [String]

    /// A rule that was read at `place`.
    package init(
        _ kind: Kind, _ formula: Formula, title: LocalizedText, process: String = "life", place: Place,
        visited: [String] = []
    ) {
        self.kind = kind
        self.formula = formula
        self.title = title
        self.process = process
        self.place = place
        self.visited = visited
    }
}

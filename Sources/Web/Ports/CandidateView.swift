package import Agreements

/// A definition that somebody brought, before it is published.
package struct CandidateView: Sendable, Hashable {
    /// The names of the files that were brought, the main one first.
    package var files: [String]
    package var brought: Instant
    package var gate: GateView
    /// Nil where it could not be read whole.
    package var definition: DefinitionView?
    /// Where the same version stands.
    package var standing: Standing
    /// What moving the running files would change; nil where the gate found something.
    package var impact: ImpactView?

    /// A definition as it was brought; what could not be worked out is nil.
    package init(
        files: [String], brought: Instant, gate: GateView, definition: DefinitionView? = nil,
        standing: Standing = .new, impact: ImpactView? = nil
    ) {
        (self.files, self.brought, self.gate) = (files, brought, gate)
        (self.definition, self.standing, self.impact) = (definition, standing, impact)
    }

    /// Whether its version was published before.
    package enum Standing: String, Sendable, Hashable, CaseIterable {
        case new
        /// With the same content.
        case published
        /// With another content: it needs a new version.
        case taken
    }

    /// Whether it may be published, or was and running files may move to it.
    package var isPublishable: Bool { definition != nil && gate.findings.isEmpty && standing != .taken }
}

/// What a new version changes in the files that follow another one.
package struct ImpactView: Sendable, Hashable {
    /// How many follow another version.
    package var waiting: Int
    /// Those that were studied, at most ``studiedMax``.
    package var files: [File]

    package init(waiting: Int, files: [File]) {
        self.waiting = waiting
        self.files = files
    }

    /// How many files a page studies.
    package static let studiedMax = 1_000
    /// How many of them one page shows.
    package static let pageSize = 25

    /// One file: the reason why it stays, or what changes.
    package struct File: Sendable, Hashable {
        package var name: LocalizedText
        package var path: String
        package var from: String
        package var refusal: LocalizedText?
        package var changes: [LocalizedText]

        package init(
            name: LocalizedText, path: String, from: String, refusal: LocalizedText?, changes: [LocalizedText]
        ) {
            self.name = name
            self.path = path
            self.from = from
            self.refusal = refusal
            self.changes = changes
        }
    }
}

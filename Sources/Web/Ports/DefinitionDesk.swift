package import Agreements
package import Engine

/// What pages about definitions ask: those that are published, and the one that a visitor would publish.
///
/// Each call throws a ``Refusal`` where a rule says no, ``FormProblem`` where a file cannot be taken, ``WebUnavailable``
/// while the database cannot be reached or too much waits for the gate.
package protocol DefinitionDesk: Sendable {
    /// The published definitions, and what of the server's folder is not.
    func definitions(_ visitor: Visitor) async throws -> DefinitionList
    /// A published definition; nil where there is none of that name.
    func definition(_ name: DefinitionName, _ visitor: Visitor) async throws -> DefinitionView?
    /// A process of a published definition as SVG; nil where there is none.
    ///
    /// The states of a life carry how many files are there, and since when the first of them waits.
    func picture(_ picture: PictureRequest, of name: DefinitionName, _ visitor: Visitor) async throws
        -> String?

    // MARK: The candidate

    /// The definition that the visitor brought, as the gate and the running files see it; nil where there is none.
    func candidate(_ visitor: Visitor) async throws -> CandidateView?
    /// A process of it as SVG; nil where there is none.
    func candidatePicture(_ picture: PictureRequest, _ visitor: Visitor) async throws -> String?
    /// Keeps a definition in place of the one that the visitor brought before; nothing is published.
    ///
    /// Of the files the first is the main one. What it includes beyond them is found beside the server's own.
    func bring(_ files: [UploadedFile], _ visitor: Visitor) async throws
    /// Publishes the candidate, and moves running files to it where asked.
    ///
    /// - Parameter sha256: what the page showed; another content is refused.
    func publishCandidate(_ sha256: String, migrating: Bool, _ visitor: Visitor) async throws
}

/// The published definitions, each version a line.
package struct DefinitionList: Sendable {
    package var table: ListTable
    /// Files of the server's folder that are still proved.
    package var awaited: [String]
    /// Files of the server's folder that were turned down.
    package var refused: [String]

    package init(_ table: ListTable, awaited: [String] = [], refused: [String] = []) {
        self.table = table
        self.awaited = awaited
        self.refused = refused
    }
}

/// What names a published definition.
package struct DefinitionName: Sendable, Hashable {
    package var id: String
    package var version: String

    package init(_ id: String, _ version: String) {
        self.id = id
        self.version = version
    }
}

/// Which picture is asked for.
package struct PictureRequest: Sendable, Hashable {
    package var process: String
    package var language: Language
    /// All states rather than the outermost.
    package var isWhole: Bool

    package init(_ process: String, in language: Language, isWhole: Bool) {
        self.process = process
        self.language = language
        self.isWhole = isWhole
    }
}

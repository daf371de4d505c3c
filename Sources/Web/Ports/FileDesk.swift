package import Agreements
package import Engine

/// What pages about files ask; every answer holds only what the visitor may see.
///
/// Each call throws a ``Refusal`` where a rule says no, ``FormProblem`` where a value cannot be read, ``WebUnavailable``
/// while the database cannot be reached.
package protocol FileDesk: Sendable {
    /// Whether what let the visitor in still does: a link only as long as the file waits for its step.
    func isStillIn(_ visitor: Visitor) async throws -> Bool
    /// The name of the file to which the link leads by which the visitor came, as long as it lets them in; nil for an
    /// account.
    func linkedFile(_ visitor: Visitor) async throws -> String?
    /// What waits for the visitor, what is due first at the top.
    ///
    /// - Parameter shown: the places of those that are told; the others are counted.
    func worklist(_ visitor: Visitor, shown: Range<Int>) async throws -> Worklist
    /// The file of a reference, a register number or an id; nil where there is none that the visitor may see.
    func file(_ name: String, _ visitor: Visitor) async throws -> FileView?
    /// The form of an act; nil where the file has no such act in its present state.
    func form(_ act: ActName, of file: String, _ visitor: Visitor) async throws -> ActForm?
    /// Why a file that the visitor may see has no form of an act for them; nil where its definition has no such act of
    /// people, whenever that is.
    func absence(of act: ActName, in file: String, _ visitor: Visitor) async throws -> ActAbsence?
    /// Does an act; the same request id does it once.
    /// - Returns: the stages that the file is in then, as far as the visitor may know them.
    func act(_ order: ActRequest, of file: String, _ visitor: Visitor) async throws -> [LocalizedText]
    /// What ``act(_:of:_:)`` answered to this very request before; nil where it did not. Does nothing.
    func earlier(_ order: ActRequest, of file: String, _ visitor: Visitor) async throws -> [LocalizedText]?
    /// Keeps a paper signed by hand and signs by it, both or neither unless the database fails between; the same
    /// request id does it once.
    func sign(_ paper: SignedPaper, of file: String, _ visitor: Visitor) async throws
}

extension FileDesk {
    /// All of it, told whole.
    package func worklist(_ visitor: Visitor) async throws -> [WorkItem] {
        try await worklist(visitor, shown: 0..<Int.max).items
    }
}

/// What names an act on a file: its event, and the process that it is for.
package struct ActName: Sendable, Hashable {
    package var event: String
    package var process: String

    package init(_ event: String, process: String) {
        self.event = event
        self.process = process
    }
}

/// Why there is no form of an act.
package enum ActAbsence: Sendable, Hashable {
    /// It is of none of the roles that the visitor has on the file.
    case notTheirs
    /// The part of the file that was named has no such act; of another part it is awaited, and of no third one.
    case elsewhere(process: String)
    /// The part of the file that was named has no such act.
    case noPart
    /// The file is not, or no longer, at its step.
    case notNow
}

/// An act as a form sent it.
package struct ActRequest: Sendable, Hashable {
    package var act: ActName
    /// What was typed, by name of the field; empty values are left out.
    package var values: [String: String]
    package var reason: String?
    /// For whom, under a delegation.
    package var principal: Person.ID?
    /// The revision of the file that the form was made from.
    package var revision: Int?
    /// The hash of the text that the form showed: what is signed is what was seen.
    package var textHash: String?
    /// The documents that came with the form, each for the field that names one.
    package var uploads: [Upload] = []
    package var requestID: String

    /// A document that is kept with the file before the act names it.
    package struct Upload: Sendable, Hashable {
        package var field: String
        package var fileName: String
        package var bytes: [UInt8]

        package init(field: String, fileName: String, bytes: [UInt8]) {
            self.field = field
            self.fileName = fileName
            self.bytes = bytes
        }
    }

    package init(
        act: ActName, values: [String: String], reason: String?, principal: Person.ID?, revision: Int?,
        textHash: String? = nil, requestID: String
    ) {
        self.textHash = textHash
        self.act = act
        self.values = values
        self.reason = reason
        self.principal = principal
        self.revision = revision
        self.requestID = requestID
    }
}

/// Values that cannot be read: each with its field and what to do.
package struct FormProblem: Error, Sendable, Hashable {
    package var fields: [String: LocalizedText]

    package init(_ fields: [String: LocalizedText]) { self.fields = fields }
}

/// A version of a document of an agreement; its bytes and file name lie apart, where they can be eliminated.
package struct Document: Codable, Sendable, Hashable, Identifiable {
    /// The identity of one version of a document.
    package typealias ID = Identifier<Document>

    /// The kind of the text that parties sign.
    package static let textKind = "text"
    /// What an office keeps with a file, whatever the workflow.
    package static let officeKinds: Set<String> = [
        textKind, "amendment", "budget", "consolidated", "deliberation", "errata", "intent_letter", "letter",
        "minutes", "note", "partner_letter", "project", "report", "scan", "statement", "support_letter",
    ]
    /// The kind of the text that says what holds once an amendment is in force.
    package static let consolidatedKind = "consolidated"

    package var id: ID
    package var kind: String
    /// The process whose text it is; nil for the life's.
    package var process: String?
    /// Counts the documents of this kind in this agreement, or of this process, from 1.
    package var version: Int
    package var language: String?
    /// The plain SHA-256 of the bytes, lower-case hexadecimal: for texts put to approval or signature only.
    package var sha256: String?
    /// SHA-256(salt || bytes) for the others, whose trace must be erasable.
    package var saltedHash: String?
    package var size: Int
    package var addedAt: Instant

    package init(
        id: ID, kind: String, process: String? = nil, version: Int, language: String?, sha256: String?,
        saltedHash: String?, size: Int, addedAt: Instant
    ) {
        self.id = id
        self.kind = kind
        self.process = process
        self.version = version
        self.language = language
        self.sha256 = sha256
        self.saltedHash = saltedHash
        self.size = size
        self.addedAt = addedAt
    }
}

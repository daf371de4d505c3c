package import Agreements

/// The documents of a file, and what may be added.
package struct DocumentShelf: Sendable, Hashable {
    /// The name of the file in addresses.
    package var file: String
    package var reference: String?
    package var subject: String?
    package var documents: [FileView.Document]
    /// The kinds that may be added.
    package var kinds: [FormChoice]
    /// The processes that have a text of their own, besides the life of the file.
    package var owners: [FormChoice]
    /// Why the visitor may add nothing; nil when they may.
    package var refusal: LocalizedText?

    package init(
        file: String, reference: String?, subject: String?, documents: [FileView.Document],
        kinds: [FormChoice], owners: [FormChoice], refusal: LocalizedText?
    ) {
        self.file = file
        self.reference = reference
        self.subject = subject
        self.documents = documents
        self.kinds = kinds
        self.owners = owners
        self.refusal = refusal
    }
}

/// One version of a document with its bytes.
package struct DocumentFile: Sendable, Hashable {
    package var document: FileView.Document
    /// The kind as definitions name it.
    package var kindCode: String
    package var bytes: [UInt8]
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    package var sha256: String
    /// The version before it, where there is one.
    package var earlier: String?

    package init(
        document: FileView.Document, kindCode: String, bytes: [UInt8], sha256: String, earlier: String?
    ) {
        self.document = document
        self.kindCode = kindCode
        self.bytes = bytes
        self.sha256 = sha256
        self.earlier = earlier
    }
}

/// A document as a form sent it, its type already looked at.
package struct DocumentRequest: Sendable, Hashable {
    package var kind: String
    /// The process whose text it is; nil for the file itself.
    package var process: String?
    /// Two letters of ISO 639-1.
    package var language: String?
    /// What the sender called it.
    package var fileName: String
    package var bytes: [UInt8]
    package var requestID: String

    package init(
        kind: String, process: String?, language: String?, fileName: String, bytes: [UInt8],
        requestID: String
    ) {
        self.kind = kind
        self.process = process
        self.language = language
        self.fileName = fileName
        self.bytes = bytes
        self.requestID = requestID
    }
}

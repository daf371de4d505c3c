/// A document that is added to an agreement; the bytes are stored beside the events.
package struct NewDocument: Sendable, Hashable {
    /// What it is, such as `text`, `letter`, `report` or `scan`.
    package var kind: String
    /// The process whose text it is, where that is not the life's; a path with or without `life/`.
    package var process: String?
    package var language: String?
    package var fileName: String
    package var bytes: [UInt8]

    package init(kind: String, language: String? = nil, fileName: String, bytes: [UInt8]) {
        self.kind = kind
        self.language = language
        self.fileName = fileName
        self.bytes = bytes
    }
}

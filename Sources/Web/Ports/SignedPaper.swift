/// A signed paper as a form sent it, its type already looked at.
package struct SignedPaper: Sendable, Hashable {
    /// The signature that it proves, with the date that it bears.
    package var act: ActRequest
    /// What the sender called the file.
    package var fileName: String
    package var bytes: [UInt8]

    package init(act: ActRequest, fileName: String, bytes: [UInt8]) {
        self.act = act
        self.fileName = fileName
        self.bytes = bytes
    }
}

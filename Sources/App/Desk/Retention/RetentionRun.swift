package import Agreements

/// What became of one approved elimination, of mails, or of the access log.
package struct RetentionRun: Sendable {
    package var rule: String
    /// Nil for mails and the access log.
    package var file: String?
    /// How many values and documents, mails, or entries, were eliminated.
    package var count: Int
    /// Why nothing was.
    package var refusal: Refusal?

    init(_ rule: String, _ file: String?, count: Int, refusal: Refusal? = nil) {
        self.rule = rule
        self.file = file
        self.count = count
        self.refusal = refusal
    }
}

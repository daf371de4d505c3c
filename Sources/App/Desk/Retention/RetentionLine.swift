package import Agreements

/// What is due under one rule: of one file, of mails, or of the access log.
package struct RetentionLine: Sendable, Hashable {
    package var rule: RetentionRule
    /// The reference of the file, or its instrument while it has none; nil for mails and the access log.
    package var file: String?
    package var item: RetentionItem?
    /// The day since when it is due.
    package var since: Day
    /// How many values and documents, mails, or entries.
    package var count: Int

    init(_ item: RetentionItem, file: String) {
        rule = item.rule
        self.file = file
        self.item = item
        since = item.since
        count = item.values.count + item.documents.count
    }

    init(entries count: Int, _ rule: RetentionRule, since: Day) {
        self.rule = rule
        self.since = since
        self.count = count
    }
}
